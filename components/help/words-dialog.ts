/** A dialog that offers other words for the prompt on the desk. */
export interface WordsDialogProps {
  readonly projectId: string;
  readonly text: string;
  readonly onApply: (text: string, helpId: string, part: number) => void;
  readonly onClose: () => void;
}
