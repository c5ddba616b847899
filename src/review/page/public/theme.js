/* The remembered theme on <html> before anything is painted; `theme.ts` writes it. */
try {
  const theme = localStorage.getItem('huibao.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  /* storage is switched off: the browser's own preference holds */
}
