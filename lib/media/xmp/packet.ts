/** What we say inside a file about its release. */
export interface PublicationMarks {
  readonly publicationId: string;
  /** Address of the IPTC digital source type; null = we claim nothing about how it was made. */
  readonly digitalSourceUri: string | null;
  /** Our word for the disclosure decision. */
  readonly disclosure: string;
  /** SHA-256 of the bytes that were approved. */
  readonly sourceHash: string;
}

const OPEN = '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Selects">\n';
const RDF_OPEN = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n';
const RDF_CLOSE = "</rdf:RDF>";
const CLOSE = '\n</x:xmpmeta>\n<?xpacket end="r"?>';

const NAMESPACES = {
  Iptc4xmpExt: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
  selects: "urn:selects:publication:1.0:",
} as const;

/** A packet of its own, for a file that has none. */
export function newPacket(marks: PublicationMarks): string {
  return `${OPEN}${RDF_OPEN}${description(marks, true)}${RDF_CLOSE}${CLOSE}`;
}

const DESCRIPTION = '<rdf:Description rdf:about=""';
const OUR_NAMESPACE = 'xmlns:selects="';

/** The place of a description we wrote into the file at an earlier release. Looks at every character once: the packet may be anybody's. */
function placeOfOurs(packet: string): { readonly start: number; readonly end: number } | null {
  for (let start = packet.indexOf(DESCRIPTION); start >= 0; start = packet.indexOf(DESCRIPTION, start + 1)) {
    const close = packet.indexOf(">", start);
    if (close < 0) return null;
    const tag = packet.slice(start, close);
    if (tag.endsWith("/") && tag.includes(OUR_NAMESPACE)) return { start, end: close + (packet[close + 1] === "\n" ? 2 : 1) };
    // A tag has no second one inside it: the next can only begin behind this one's end.
    start = close;
  }
  return null;
}

/**
 * Our marks beside the ones that are there: every byte of the packet stays, one description is added at the end (in place
 * of our own from an earlier release). A digital source type that is declared already stays what it is. Null when the
 * packet is not one we can add to.
 */
export function addToPacket(packet: string, marks: PublicationMarks): string | null {
  const ours = placeOfOurs(packet);
  const earlier = ours ? packet.slice(ours.start, ours.end) : "";
  const others = ours ? packet.slice(0, ours.start) + packet.slice(ours.end) : packet;
  const at = others.lastIndexOf(RDF_CLOSE);
  if (at < 0 || !others.includes("http://www.w3.org/1999/02/22-rdf-syntax-ns#")) return null;
  const digitalSourceUri = /DigitalSourceType="([^"]+)"/.exec(earlier)?.[1] ?? marks.digitalSourceUri;
  const declared = others.includes("DigitalSourceType");
  return `${others.slice(0, at)}${description({ ...marks, digitalSourceUri }, !declared)}${others.slice(at)}`;
}

function description(marks: PublicationMarks, withSourceType: boolean): string {
  const sourceType = withSourceType && marks.digitalSourceUri ? { "Iptc4xmpExt:DigitalSourceType": marks.digitalSourceUri } : {};
  const properties = {
    ...sourceType,
    "selects:Publication": marks.publicationId,
    "selects:Disclosure": marks.disclosure,
    "selects:SourceHash": `sha256:${marks.sourceHash}`,
  };
  const declarations = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  const attributes = Object.entries(properties).map(([name, value]) => `\n  ${name}="${escaped(value)}"`);
  return `<rdf:Description rdf:about=""${declarations.join("")}${attributes.join("")}/>\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
