/**
 * Are dates days, and does a series of releases go forward in time? Between series dates may fall: an old series still
 * gets a patch when the next one is out, and sometimes when its support has ended; a release says so in its `eolNote`.
 */
import { compareVersions, seriesOf } from '../../../engine';
import { type PlacedRelease, placedReleases } from '../catalog-places';
import type { Path, Report, Rule } from '../rule';

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function checkDay(path: Path, text: string | undefined, report: Report): void {
  if (text !== undefined && !isDay(text))
    report('error', path, `"${text}" is no day. Expected one like "2024-01-31".`);
}

function checkSeries(releases: readonly PlacedRelease[], report: Report): void {
  const dated = releases
    .flatMap(({ path, value }) =>
      value.date !== undefined && isDay(value.date)
        ? [{ path, date: value.date, version: value.version }]
        : [],
    )
    .toSorted((a, b) => compareVersions(a.version, b.version));
  for (const [i, { path, date, version }] of dated.entries()) {
    const earlier = dated[i - 1];
    if (
      earlier !== undefined &&
      date < earlier.date &&
      seriesOf(version, 'minor') === seriesOf(earlier.version, 'minor')
    ) {
      report(
        'error',
        [...path, 'date'],
        `${version} is dated ${date}, before ${earlier.version} of ${earlier.date}.`,
      );
    }
  }
}

export const datesRise: Rule = {
  id: 'dates-rise',
  check({ catalog }, report) {
    checkDay(['updated'], catalog.updated, report);
    const releases = placedReleases(catalog);
    for (const { path, value } of releases) checkDay([...path, 'date'], value.date, report);
    for (const [i, { date, eol, eolNote }] of catalog.releases.entries()) {
      checkDay(['releases', i, 'eol'], eol, report);
      const isExplained = eolNote !== undefined && eolNote.trim() !== '';
      if (date === undefined || eol === undefined || isExplained) continue;
      if (isDay(date) && isDay(eol) && eol < date)
        report(
          'warning',
          ['releases', i, 'eol'],
          `Support ends on ${eol}, before the release of ${date}. Where that is so, say why in "eolNote".`,
        );
    }
    for (const line of new Set(releases.map(({ component }) => component)))
      checkSeries(
        releases.filter(({ component }) => component === line),
        report,
      );
  },
};
