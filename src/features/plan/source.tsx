import styles from './steps.module.css';

/** Where a fact comes from: a link where it is an address, else the words of the catalog. */
export function Source({ text }: { text: string }) {
  const isAddress = /^https?:\/\/\S+$/.test(text);
  return (
    <cite className={styles.source}>
      {isAddress ? (
        <a href={text} rel="noreferrer" target="_blank">
          {text.replace(/^https?:\/\//, '')}
        </a>
      ) : (
        text
      )}
    </cite>
  );
}
