/** Words as a reader counts them: letters and digits with inner apostrophes, hyphens and decimal marks. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Content words for comparing: lower case, four letters and more or digits, cut to six letters (inflection is no difference). */
export function contentWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{L}{4,}|\p{N}+/gu) ?? []).map((word) => word.slice(0, 6));
}
