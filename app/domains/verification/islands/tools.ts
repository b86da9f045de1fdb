// One chunk, fetched when a person wants a verdict from this device.
export { startChecker } from './checker.ts'
export { showReading } from './show-reading.tsx'
