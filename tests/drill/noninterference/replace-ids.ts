import { registerHooks } from 'node:module';

/** Loaded with `--import` before the hub: whoever asks for `kernel/uuid.js` is given `seeded-ids.js`. */
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    if (!found.url.endsWith('/src/kernel/uuid.js')) return found;
    return { ...found, url: new URL('./seeded-ids.js', import.meta.url).href };
  },
});
