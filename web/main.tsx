/** Starts the web shell: words first, so that nothing is ever drawn without them, then the screens. */
import '@fontsource-variable/golos-text';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/tokens.css';
import { createRoot } from 'react-dom/client';
import { startLanguage } from './app/language.ts';
import { Shell } from './app/shell.tsx';

const place = document.getElementById('root');
if (!place) throw new Error('The page has no #root');
await startLanguage();
createRoot(place).render(<Shell />);
