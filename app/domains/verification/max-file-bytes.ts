/** What a badge may weigh, for the server and for the reader's browser. */
export const maxFileBytes = 2 * 1024 * 1024
