import type { CatalogListing } from '../../catalogs/catalog-index';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import styles from './start.module.css';
import { StartPicture } from './start-picture';

/** Where there is nothing yet: three ways in, and what will come of it. */
export function StartPage({
  listings,
  onOpenSample,
  onType,
  onImport,
}: {
  listings: readonly CatalogListing[];
  onOpenSample: (id: string) => void;
  onType: () => void;
  onImport: () => void;
}) {
  return (
    <div className={styles.start}>
      <div className={styles.intro}>
        <h1>Plan an upgrade in which nothing loses its server</h1>
        <p>
          Say what runs now and where you want to go. You get the steps, in an order in which every part keeps
          working with every other one, and the reason for each step. It all happens in this page: nothing
          that you enter leaves it.
        </p>
      </div>
      <StartPicture />
      <ol className={styles.ways}>
        <li>
          <h2>Look at a sample</h2>
          <p>A whole fleet with its plan, to see how it reads. Change it as you like.</p>
          <div className={styles.samples}>
            {listings
              .filter((listing) => listing.sample !== undefined)
              .map((listing) => (
                <button
                  key={listing.id}
                  type="button"
                  className={styles.sample}
                  onClick={() => onOpenSample(listing.id)}
                >
                  <strong>
                    {listing.name} <Icon name="arrow" size={14} />
                  </strong>
                  <span>{listing.description}</span>
                </button>
              ))}
          </div>
        </li>
        <li>
          <h2>Type it in</h2>
          <p>
            A row for each group of like instances: its component, its version, how many. Begin with the
            server. The product is chosen above.
          </p>
          <Button icon="add" onClick={onType}>
            Begin with the server
          </Button>
        </li>
        <li>
          <h2>Bring a file</h2>
          <p>
            An inventory as JSON, or a table as CSV with columns such as name, component, version and count.
            Drop it anywhere on this page, or paste rows from a spreadsheet. Plans that were saved here open
            the same way.
          </p>
          <Button icon="upload" onClick={onImport}>
            Upload or paste
          </Button>
        </li>
      </ol>
    </div>
  );
}
