import type { CatalogListing } from '../../catalogs/catalog-index';
import { chooseCatalog } from '../../session/store';
import styles from './catalogs.module.css';

/** Which product's facts the plan goes by. */
export function CatalogChooser({
  listings,
  chosen,
}: {
  listings: readonly CatalogListing[];
  chosen: string;
}) {
  const isListed = listings.some((listing) => listing.id === chosen);
  return (
    <label className={styles.chooser}>
      <span className="visually-hidden">Product</span>
      <select value={chosen} onChange={(event) => chooseCatalog(event.target.value)}>
        {!isListed && (
          <option value={chosen}>{chosen === '' ? 'Loading' : `${chosen.slice(0, 60)} (not there)`}</option>
        )}
        {listings.map((listing) => (
          <option key={listing.id} value={listing.id}>
            {listing.name}
          </option>
        ))}
      </select>
    </label>
  );
}
