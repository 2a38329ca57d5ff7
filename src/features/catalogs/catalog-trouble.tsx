import { FileUnusable } from '../../catalogs/load-catalog';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import styles from './catalogs.module.css';

/** A catalog that did not arrive or cannot be used: which file, what is wrong and where, and another try. */
export function CatalogTrouble({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problems = error instanceof FileUnusable ? error.problems : [];
  return (
    <div className={styles.trouble}>
      <h1 className="visually-hidden">A catalog cannot be used</h1>
      <Banner
        icon="warning"
        role="alert"
        actions={
          <Button icon="redo" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        <strong>
          {error instanceof FileUnusable
            ? `The catalog ${error.file} cannot be used.`
            : 'The catalog cannot be used.'}
        </strong>{' '}
        {error.message} What you entered is kept.
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
