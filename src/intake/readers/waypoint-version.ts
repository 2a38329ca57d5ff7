/**
 * Reads `waypoint version`, any number of times in one text: `CLI: v0.10.3 (136a885b9)` and, where a server answered,
 * `Server: v0.9.1`; up to 0.3.0 only `Waypoint v0.2.4 (5db76632)`.
 */
import type { FoundRow, Reader, Remark } from '../reader';

const REVISION = String.raw`(?:\s+\([0-9a-f]*(?:\+CHANGES)?\))?`;
const CLI = new RegExp(String.raw`^\s*CLI:\s*(v\d\S*)${REVISION}\s*$`);
const SERVER = /^\s*Server:(?:\s+(\S+))?\s*$/;
const OLD_CLI = new RegExp(String.raw`^\s*Waypoint (v\d\S*)${REVISION}\s*$`);
const NOT_REACHED = /^\s*Error connecting to server to read server version:/;

function findRow(component: string, version: string, line: number, text: string): FoundRow {
  const column = version === '' ? undefined : text.indexOf(version) + 1;
  return {
    cells: { component, version, protocols: [], labels: new Map() },
    at: { line, ...(column !== undefined && { column }) },
    fallbackName: component,
    isReported: true,
  };
}

export const waypointVersion: Reader = {
  id: 'waypoint-version',
  name: '`waypoint version`',
  looksAt: 'text',
  product: 'waypoint',
  recognise({ lines }) {
    const isOld = lines.some((line) => OLD_CLI.test(line));
    if (isOld)
      return { sureness: 'certain', why: 'It has a line "Waypoint v…", as `waypoint version` printed it.' };
    return lines.some((line) => CLI.test(line))
      ? { sureness: 'certain', why: 'It has a line "CLI: v…", as `waypoint version` prints it.' }
      : undefined;
  },
  read({ lines }) {
    const rows: FoundRow[] = [];
    const remarks: Remark[] = [];
    for (const [i, text] of lines.entries()) {
      const cli = CLI.exec(text) ?? OLD_CLI.exec(text);
      const server = SERVER.exec(text);
      if (cli !== null) rows.push(findRow('client', cli[1] ?? '', i + 1, text));
      else if (server !== null) rows.push(findRow('server', server[1] ?? '', i + 1, text));
      else if (NOT_REACHED.test(text)) {
        const message =
          'The server did not answer within two seconds, so its version is not in this output. Run the command where the server can be reached.';
        remarks.push({ code: 'server-not-reached', message, line: i + 1, isDropped: false });
      }
    }
    return { rows, remarks };
  },
};
