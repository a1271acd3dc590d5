/** What we say inside a file about its release. */
export interface PublicationMarks {
  readonly publicationId: string;
  /** Address of the IPTC digital source type; null = we claim nothing about how it was made. */
  readonly digitalSourceUri: string | null;
  /** Our word for the disclosure decision. */
  readonly disclosure: string;
  /** SHA-256 of the bytes that were approved. */
  readonly sourceHash: string;
  /** What it shows, for who cannot see it; null: nobody has said. */
  readonly altText: string | null;
  /** Who publishes it, as its credit line. */
  readonly credit: string;
  /** The program it was made with; null: none of ours made it. */
  readonly creatorTool: string | null;
}

const OPEN = '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Selects">\n';
const RDF_OPEN = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n';
const RDF_CLOSE = "</rdf:RDF>";
const CLOSE = '\n</x:xmpmeta>\n<?xpacket end="r"?>';

const NAMESPACES = {
  Iptc4xmpCore: "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
  Iptc4xmpExt: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  selects: "urn:selects:publication:1.0:",
  xmp: "http://ns.adobe.com/xap/1.0/",
} as const;

/** What others may have said already: theirs stays, and ours is left out. */
const SHARED = {
  sourceType: "Iptc4xmpExt:DigitalSourceType",
  altText: "Iptc4xmpCore:AltTextAccessibility",
  credit: "photoshop:Credit",
  creatorTool: "xmp:CreatorTool",
} as const;

/** A packet of its own, for a file that has none. */
export function newPacket(marks: PublicationMarks): string {
  return `${OPEN}${RDF_OPEN}${description(marks, "")}${RDF_CLOSE}${CLOSE}`;
}

const DESCRIPTION = '<rdf:Description rdf:about=""';
const DESCRIPTION_CLOSE = "</rdf:Description>\n";
const OUR_NAMESPACE = 'xmlns:selects="';

/** The place of a description we wrote into the file at an earlier release. Looks at every character once: the packet may be anybody's. */
function placeOfOurs(packet: string): { readonly start: number; readonly end: number } | null {
  for (let start = packet.indexOf(DESCRIPTION); start >= 0; start = packet.indexOf(DESCRIPTION, start + 1)) {
    const close = packet.indexOf(">", start);
    if (close < 0) return null;
    const tag = packet.slice(start, close);
    if (tag.includes(OUR_NAMESPACE)) {
      if (tag.endsWith("/")) return { start, end: close + (packet[close + 1] === "\n" ? 2 : 1) };
      // Nothing of ours has a description inside it: the first end is its own.
      const end = packet.indexOf(DESCRIPTION_CLOSE, close);
      return end < 0 ? null : { start, end: end + DESCRIPTION_CLOSE.length };
    }
    // A tag has no second one inside it: the next can only begin behind this one's end.
    start = close;
  }
  return null;
}

/**
 * Our marks beside the ones that are there: every byte of the packet stays, one description is added at the end (in place
 * of our own from an earlier release). What is declared already – source type, credit, alternative text – stays what it is. Null when
 * the packet is not one we can add to.
 */
export function addToPacket(packet: string, marks: PublicationMarks): string | null {
  const ours = placeOfOurs(packet);
  const earlier = ours ? packet.slice(ours.start, ours.end) : "";
  const others = ours ? packet.slice(0, ours.start) + packet.slice(ours.end) : packet;
  const at = others.lastIndexOf(RDF_CLOSE);
  if (at < 0 || !others.includes("http://www.w3.org/1999/02/22-rdf-syntax-ns#")) return null;
  const digitalSourceUri = /DigitalSourceType="([^"]+)"/.exec(earlier)?.[1] ?? marks.digitalSourceUri;
  return `${others.slice(0, at)}${description({ ...marks, digitalSourceUri }, others)}${others.slice(at)}`;
}

/** @param others what others say in the same packet */
function description(marks: PublicationMarks, others: string): string {
  // By the last part of its name: others may have chosen another prefix.
  const isFree = (name: string) => !new RegExp(`${name.slice(name.indexOf(":"))}\\b`).test(others);
  const shared: readonly (readonly [string, string | null])[] = [
    [SHARED.sourceType, marks.digitalSourceUri],
    [SHARED.credit, marks.credit],
    [SHARED.creatorTool, marks.creatorTool],
  ];
  const properties = [
    ...shared.flatMap(([name, value]) => (value !== null && isFree(name) ? [[name, value] as const] : [])),
    ["selects:Publication", marks.publicationId] as const,
    ["selects:Disclosure", marks.disclosure] as const,
    ["selects:SourceHash", `sha256:${marks.sourceHash}`] as const,
  ];
  const declarations = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  const attributes = properties.map(([name, value]) => `\n  ${name}="${escaped(value)}"`);
  const head = `${DESCRIPTION}${declarations.join("")}${attributes.join("")}`;
  if (marks.altText === null || !isFree(SHARED.altText)) return `${head}/>\n`;
  const inEveryLanguage = `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(marks.altText)}</rdf:li></rdf:Alt>`;
  return `${head}>\n  <${SHARED.altText}>${inEveryLanguage}</${SHARED.altText}>\n${DESCRIPTION_CLOSE}`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML has no way to write is left out: control characters, halves of a pair, the two that mean nothing. */
const UNWRITABLE = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r])[\p{Cc}]/gu;
const escaped = (text: string) => text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
