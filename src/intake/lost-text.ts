/** Was anything of a file lost when it was decoded? */
import { locate } from './parse-json-text';

/** A byte that is not UTF-8 comes as this character: what it was is lost, so that has to be said. */
export const REPLACEMENT = '\uFFFD';

/** Of a text that has it: where it is first. */
export function describeLostText(text: string) {
  const message = `The file is not in UTF-8: what is shown as "${REPLACEMENT}" could not be read. Save it as UTF-8 and read it again.`;
  return { code: 'not-utf-8', message, ...locate(text, text.indexOf(REPLACEMENT)) };
}
