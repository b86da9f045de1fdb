/** A fault of the surroundings, not of ours: its message is a sentence for whoever runs the product. */
export class ExplainedError extends Error {}
