/** Text in which words between backticks are code. */
export function InlineCode({ text }: { text: string }) {
  return text.split('`').map((part, i, parts) => {
    const isCode = i % 2 === 1 && i < parts.length - 1;
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
    if (isCode) return <code key={i}>{part}</code>;
    // A backtick that has no other half is a character like any other.
    return i > 0 && i % 2 === 1 ? `\`${part}` : part;
  });
}
