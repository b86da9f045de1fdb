#!/usr/bin/env node
import { run } from './launch.js'

await run('cli', process.argv.slice(2))
