// Sets the remembered theme before the first paint; a file of its own because the content policy forbids inline scripts.
(() => {
  const wanted = localStorage.getItem('prilavok.theme') ?? 'auto';
  const dark = wanted === 'dark' || (wanted === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
})();
