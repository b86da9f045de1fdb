#!/usr/bin/env node
import { build } from './launch.js'

await build({ force: true })
