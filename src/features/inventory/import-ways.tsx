import { useId } from 'react';
import * as texts from '../../texts/import';
import { Icon } from '../../ui/icon';
import { sourcesOfFiles } from './collect-files';
import styles from './import.module.css';
import { addSources, type BroughtSource, TYPED_ID, typeText } from './import-source';

/** A longer text is not shown for editing: the field would hold up the page. */
const MAX_SHOWN = 200_000;

/** An input for files that looks like the other buttons. */
function FileButton({
  words,
  isFolder = false,
  isFirst = false,
  onFiles,
}: {
  words: string;
  isFolder?: boolean;
  isFirst?: boolean;
  onFiles: (files: Iterable<File>) => void;
}) {
  return (
    <label className={styles.file}>
      <Icon name={isFolder ? 'folder' : 'upload'} />
      <span>{words}</span>
      <input
        type="file"
        multiple
        data-first-focus={isFirst || undefined}
        ref={(input) => {
          if (input !== null) input.webkitdirectory = isFolder;
        }}
        onChange={(event) => {
          onFiles(event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </label>
  );
}

/** The ways in: files, a folder, text. */
export function ImportWays({
  sources,
  onSources,
}: {
  sources: readonly BroughtSource[];
  onSources: (sources: readonly BroughtSource[]) => void;
}) {
  const pasteId = useId();
  const addFiles = (files: Iterable<File>) => onSources(addSources(sources, sourcesOfFiles(files)));
  const typed = sources.find(({ id }) => id === TYPED_ID)?.content;
  const shown = typeof typed === 'string' && typed.length < MAX_SHOWN ? typed : '';
  return (
    <div className={styles.ways}>
      <div className={styles.files}>
        <FileButton words={texts.chooseFiles} isFirst onFiles={addFiles} />
        <FileButton words={texts.chooseFolder} isFolder onFiles={addFiles} />
        <p className={styles.aside}>{texts.waysAside}</p>
      </div>
      <div className={styles.text}>
        <label htmlFor={pasteId}>{texts.text}</label>
        <textarea
          id={pasteId}
          className={styles.paste}
          rows={sources.length > 0 ? 3 : 6}
          spellCheck={false}
          value={shown}
          placeholder={texts.textHint}
          onChange={(event) => onSources(typeText(sources, event.target.value))}
        />
      </div>
    </div>
  );
}
