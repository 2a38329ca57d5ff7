import type { Listing } from '../../catalogs/own-catalogs';
import { chooseCatalog } from '../../session/store';
import * as texts from '../../texts/catalogs';
import styles from './catalogs.module.css';

function options(listings: readonly Listing[]) {
  return listings.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}

/** Which product's facts the plan goes by. */
export function CatalogChooser({ listings, chosen }: { listings: readonly Listing[]; chosen: string }) {
  const own = listings.filter(({ ownDigest }) => ownDigest !== undefined);
  const isListed = listings.some((listing) => listing.id === chosen);
  return (
    <label className={styles.chooser}>
      <span className="visually-hidden">{texts.product}</span>
      <select value={chosen} onChange={(event) => chooseCatalog(event.target.value)}>
        {!isListed && (
          <option value={chosen}>
            {chosen === '' ? texts.loading : texts.notThere(chosen.slice(0, 60))}
          </option>
        )}
        {options(listings.filter(({ ownDigest }) => ownDigest === undefined))}
        {own.length > 0 && <optgroup label={texts.yours}>{options(own)}</optgroup>}
      </select>
    </label>
  );
}
