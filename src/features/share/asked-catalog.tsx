import type { CatalogMark } from '../../formats/plan-file';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { CopyButton } from '../../ui/copy-button';
import { Modal } from '../../ui/modal';
import styles from './share.module.css';

/** What can be copied of which text it is; a link may say anything. */
const DIGEST_LENGTH = 64;

const quote = (text: string) => `"${text.slice(0, 60)}"`;

/** Asks for the file of the catalog that a plan was made with. */
export function AskedCatalog({
  from,
  asked,
  instead,
  onChooseFile,
  onOpenAnyway,
  onClose,
}: {
  /** What waits for it. */
  from: 'link' | 'file';
  asked: CatalogMark;
  /** Another catalog, which was opened meanwhile. */
  instead: CatalogMark | undefined;
  onChooseFile: () => void;
  /** Opens the plan with the one that was opened. */
  onOpenAnyway: () => void;
  onClose: () => void;
}) {
  const isOfAnother = instead !== undefined && instead.id !== asked.id;
  return (
    <Modal title={`The ${from} needs its catalog`} onClose={onClose}>
      <div className={styles.share}>
        <p>
          The plan was made with the catalog <strong dir="auto">{quote(asked.id)}</strong> of{' '}
          {asked.updated.slice(0, 20) || 'no date'}, which is not among those here. Ask whoever shared the{' '}
          {from} for its file, and open it: the plan follows by itself.
        </p>
        {asked.digest !== '' && (
          <div className={styles.row}>
            <span>
              The file’s SHA-256:{' '}
              <code className={styles.digest}>{asked.digest.slice(0, DIGEST_LENGTH)}</code>
            </span>
            <CopyButton text={asked.digest.slice(0, DIGEST_LENGTH)} label="Copy the digest" />
          </div>
        )}
        {instead !== undefined && (
          <Banner
            icon="warning"
            role="alert"
            actions={!isOfAnother && <Button onClick={onOpenAnyway}>Open the plan with it</Button>}
          >
            <strong>That is another one.</strong> What was opened is {quote(instead.id)} of {instead.updated},
            SHA-256 <code className={styles.digest}>{instead.digest}</code>.{' '}
            {isOfAnother
              ? 'It is kept among your catalogs.'
              : 'The plan may be another with it; the page says so, and shows both.'}
          </Banner>
        )}
        <div className={styles.buttons}>
          <Button onClick={onClose}>Not now</Button>
          <Button weight="primary" icon="upload" onClick={onChooseFile} data-first-focus>
            Choose the file
          </Button>
        </div>
      </div>
    </Modal>
  );
}
