import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useInputs } from '../session/store';
import { NoticeList } from '../ui/notice-list';
import { ErrorBoundary } from './error-boundary';
import { Workspace } from './workspace';

const client = new QueryClient({
  defaultOptions: { queries: { refetchOnWindowFocus: false, refetchOnReconnect: false } },
});

function Theme() {
  const theme = useInputs((inputs) => inputs.view.theme);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return null;
}

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Theme />
      <ErrorBoundary>
        <Workspace />
      </ErrorBoundary>
      <NoticeList home="inventory" />
    </QueryClientProvider>
  );
}
