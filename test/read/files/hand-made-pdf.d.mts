export type Mark =
  | { readonly text: string; readonly x: number; readonly y: number; readonly size: number }
  | { readonly line: readonly [number, number, number, number] };
export function pdfFile(pages: readonly (readonly Mark[])[], options?: { readonly trailer?: string }): Buffer;
