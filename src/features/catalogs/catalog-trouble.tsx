import { FileUnusable } from '../../catalogs/load-catalog';
import * as texts from '../../texts/catalogs';
import * as pageTexts from '../../texts/page';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import styles from './catalogs.module.css';

/** A catalog that did not arrive or cannot be used: which file, what is wrong and where, and another try. */
export function CatalogTrouble({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problems = error instanceof FileUnusable ? error.problems : [];
  return (
    <div className={styles.trouble}>
      <h1 className="visually-hidden">{texts.trouble}</h1>
      <Banner
        icon="warning"
        role="alert"
        actions={
          <Button icon="redo" onClick={onRetry}>
            {pageTexts.tryAgain}
          </Button>
        }
      >
        <strong>{error instanceof FileUnusable ? texts.unusable(error.file) : texts.anyUnusable}</strong>{' '}
        {pageTexts.whyKept(error.message)}
      </Banner>
      {problems.length > 0 && (
        <ol className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem.path + problem.message}>
              {problem.path !== '' && <code>{problem.path}</code>} {problem.message}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
