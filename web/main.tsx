/** Starts the web shell: words first, so that nothing is ever drawn without them, then the screens. */
import '@fontsource-variable/golos-text';
import '@mantine/core/styles.css';
import './app/tokens.css';
import { createRoot } from 'react-dom/client';
import { startLanguage } from './app/language.ts';
import { Shell } from './app/shell.tsx';

// After an update the files of the version before are gone; one reload brings the new ones.
window.addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem('prilavok.reloaded') ?? 0);
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem('prilavok.reloaded', String(Date.now()));
  location.reload();
});

const place = document.getElementById('root');
if (!place) throw new Error('The page has no #root');
await startLanguage();
createRoot(place).render(<Shell />);
