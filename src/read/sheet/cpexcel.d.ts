/** The code pages of SheetJS, which come without types. */
declare module '@e965/xlsx/dist/cpexcel.full.mjs';
