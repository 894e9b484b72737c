/** Builds the web shell into `dist/web`, and serves it in development with the API behind a proxy. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT || 4321}`;

export default defineConfig({
  root: 'web',
  cacheDir: '../node_modules/.vite',
  plugins: [react()],
  server: { port: 5173, proxy: { '^/api(?:/|$)': { target: server } } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every visit needs is one file; what pages share comes in a few, not in a hundred slivers.
            { name: 'shell', tags: ['$initial'] },
            // Its parts are built from one another as they load, so they must not be cut apart.
            { name: 'controls', test: /node_modules[\\/]@mantine[\\/]core[\\/]/, minShareCount: 16 },
          ],
        },
      },
    },
  },
});
