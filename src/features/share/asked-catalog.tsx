import type { CatalogMark } from '../../formats/plan-file';
import * as texts from '../../texts/asked';
import type { From } from '../../texts/opening';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { CopyButton } from '../../ui/copy-button';
import { Modal } from '../../ui/modal';
import { Sentence } from '../../ui/sentence';
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
  from: From;
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
    <Modal title={texts.title(from)} onClose={onClose}>
      <div className={styles.share}>
        <p>
          <Sentence
            parts={texts.what(
              <strong dir="auto">{quote(asked.id)}</strong>,
              asked.updated.slice(0, 20) || texts.noDate,
              from,
            )}
          />
        </p>
        {asked.digest !== '' && (
          <div className={styles.row}>
            <span>
              {texts.digest} <code className={styles.digest}>{asked.digest.slice(0, DIGEST_LENGTH)}</code>
            </span>
            <CopyButton text={asked.digest.slice(0, DIGEST_LENGTH)} label={texts.copyDigest} />
          </div>
        )}
        {instead !== undefined && (
          <Banner
            icon="warning"
            role="alert"
            actions={!isOfAnother && <Button onClick={onOpenAnyway}>{texts.openWithIt}</Button>}
          >
            <strong>{texts.another}</strong>{' '}
            <Sentence
              parts={texts.opened(
                quote(instead.id),
                instead.updated,
                <code className={styles.digest}>{instead.digest}</code>,
              )}
            />{' '}
            {isOfAnother ? texts.keptAmongYours : texts.mayBeAnother}
          </Banner>
        )}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{texts.notNow}</Button>
          <Button weight="primary" icon="upload" onClick={onChooseFile} data-first-focus>
            {texts.chooseFile}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
