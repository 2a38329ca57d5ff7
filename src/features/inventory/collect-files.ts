/** Which files were dropped or pasted? Folders are looked into. */
import { MAX_SOURCES, type NewSource } from './import-source';

/** Of folders: what tools and systems keep for themselves. */
const isHidden = (name: string) => name.startsWith('.');

function readFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // It gives a hundred at a time.
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (more.length === 0) return entries;
    entries.push(...more);
  }
}

async function collectEntry(entry: FileSystemEntry, found: NewSource[]): Promise<void> {
  // One more than is read, so that it can be said.
  if (found.length > MAX_SOURCES) return;
  if (entry.isFile) {
    found.push({
      name: entry.fullPath.replace(/^\//, ''),
      content: await readFile(entry as FileSystemFileEntry),
    });
  } else {
    const inside = await readFolder(entry as FileSystemDirectoryEntry);
    const shown = inside.filter(({ name }) => !isHidden(name));
    for (const inner of shown.sort((a, b) => (a.name < b.name ? -1 : 1))) await collectEntry(inner, found);
  }
}

export function sourcesOfFiles(files: Iterable<File>): NewSource[] {
  return [...files]
    .filter(({ webkitRelativePath }) => !webkitRelativePath.split('/').some(isHidden))
    .map((file) => ({ name: file.webkitRelativePath || file.name, content: file }))
    .slice(0, MAX_SOURCES + 1);
}

/** What is transferred can be asked for only until the event is over, so this begins at once. */
export async function collectFiles(transfer: DataTransfer): Promise<NewSource[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const things = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const found: NewSource[] = [];
  for (const thing of things) {
    if (thing instanceof File) found.push({ name: thing.name, content: thing });
    else if (thing !== null) await collectEntry(thing, found);
  }
  return found;
}
