/** Takes a paragraph of mammoth's tree; gives its text and the notes that it refers to. */
import type { Element, NoteReferenceElement } from './tree.js';

/** Line breaks are `\n`, tabs `\t`; a reference mark leaves nothing, so that 867.25¹ stays 867.25. */
export function paragraphText(paragraph: Element): {
  readonly text: string;
  readonly notes: readonly NoteReferenceElement[];
} {
  const texts: string[] = [];
  const notes: NoteReferenceElement[] = [];
  collect(paragraph, texts, notes);
  // A break at either end only moves the paragraph: takes '\n一、', not '一、\n二、'.
  return { text: texts.join('').replace(/^\n+/, '').trimEnd(), notes };
}

function collect(element: Element, texts: string[], notes: NoteReferenceElement[]): void {
  switch (element.type) {
    case 'text':
      // Line ends in the XML are blanks.
      texts.push((element as Element & { readonly value: string }).value.replace(/[\r\n]+/g, ' '));
      return;
    case 'tab':
      texts.push('\t');
      return;
    case 'break':
      texts.push('\n');
      return;
    case 'checkbox':
      texts.push((element as Element & { readonly checked: boolean }).checked ? '☑' : '☐');
      return;
    case 'noteReference':
      notes.push(element as NoteReferenceElement);
      return;
    default:
      for (const child of element.children ?? []) collect(child, texts, notes);
  }
}
