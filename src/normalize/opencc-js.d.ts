/** What of opencc-js is used here; the package's own types do not resolve under `nodenext`. */
declare module 'opencc-js/t2cn' {
  /** `from to|from to|…`, or pairs. */
  type Dictionary = string | readonly (readonly [string, string])[];
  /** A converter that in each group takes the longest match of its dictionaries. */
  export function ConverterFactory(
    ...groups: (readonly (readonly Dictionary[])[])[]
  ): (text: string) => string;
  export const Locale: { readonly to: { readonly cn: readonly [readonly Dictionary[]] } };
}
