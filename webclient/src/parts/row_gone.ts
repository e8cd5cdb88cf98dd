import { createContext } from 'preact';

/** Inside a row whose entry is gone: what is drawn there can no longer be pressed. */
export const RowGone = createContext(false);
