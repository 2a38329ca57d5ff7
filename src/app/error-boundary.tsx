import { Component, type ReactNode } from 'react';
import { sessionStore } from '../session/store';
import * as texts from '../texts/page';
import { Button } from '../ui/button';
import { inventoryFile, saveFile } from './save-file';
import styles from './workspace.module.css';

/** When drawing fails: what was entered is kept, can be saved, and another try can be made. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const save = () => {
      const inputs = sessionStore.getState();
      saveFile(inventoryFile(inputs, inputs.catalogId === '' ? 'unknown' : inputs.catalogId));
    };
    return (
      <main className={styles.failed} role="alert">
        <h1>{texts.failed}</h1>
        <p>{texts.failedAdvice}</p>
        <pre>{error.message.slice(0, 2000)}</pre>
        <p className={styles.failedActions}>
          <Button weight="primary" icon="download" onClick={save}>
            {texts.saveInventory}
          </Button>
          <Button onClick={() => this.setState({ error: undefined })}>{texts.tryAgain}</Button>
          <Button onClick={() => location.reload()}>{texts.reload}</Button>
        </p>
      </main>
    );
  }
}
