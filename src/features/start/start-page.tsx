import { useLayoutEffect, useRef } from 'react';
import type { CatalogListing } from '../../catalogs/catalog-index';
import * as texts from '../../texts/start';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { lostKeys } from '../../ui/lost-keys';
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
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the keys went with the last row.
  useLayoutEffect(() => {
    if (lostKeys() !== undefined) heading.current?.focus();
  }, []);
  return (
    <div className={styles.start}>
      <div className={styles.intro}>
        <h1 ref={heading} tabIndex={-1}>
          {texts.title}
        </h1>
        <p>{texts.what}</p>
      </div>
      <StartPicture />
      <ol className={styles.ways}>
        <li>
          <h2>{texts.sample}</h2>
          <p>{texts.sampleWhat}</p>
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
          <h2>{texts.typing}</h2>
          <p>{texts.typingWhat}</p>
          <Button icon="add" onClick={onType}>
            {texts.begin}
          </Button>
        </li>
        <li>
          <h2>{texts.file}</h2>
          <p>{texts.fileWhat}</p>
          <Button icon="upload" onClick={onImport}>
            {texts.bring}
          </Button>
        </li>
      </ol>
    </div>
  );
}
