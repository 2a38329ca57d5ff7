/** Text and elements as XML, whatever is in them. */

/** Whether XML has a way to write it at all. */
function isWritable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return character in MEANING;
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}

const MEANING: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** The text as it is read again; characters that XML cannot hold are replaced by `�`. */
export function escapeXml(text: string): string {
  return Array.from(text, (character) =>
    isWritable(character) ? (MEANING[character] ?? character) : '\ufffd',
  ).join('');
}

/** `content` as XML already. */
export function writeElement(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
  return content === '' ? `<${tag}${written}/>` : `<${tag}${written}>${content}</${tag}>`;
}
