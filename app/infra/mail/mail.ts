import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Context, Postman } from '../context.ts'
import { newId } from '../ids.ts'
import { defineJob } from '../queue.ts'
import { type Letter, letterHtml, letterText } from './letter.ts'

/** A message to one address. `once` names it: the same name is never sent twice. */
export interface Message {
  to: string
  letter: Letter
  once: string
}

export interface KeptMessage {
  id: string
  toAddress: string
  subject: string
  text: string
  html: string
  createdAt: Date
  sentAt: Date | null
}

type MailTables = {
  mail_messages: {
    id: string
    once: string
    to_address: string
    subject: string
    text: string
    html: string
    created_at: Date
    sent_at: Date | null
    attempts: number
    gave_up_at: Date | null
  }
}
const tables = (ctx: Context) => ctx.db.withTables<MailTables>()

export const mailStep = {
  name: '0001-mail',
  sql: `
    create table mail_messages (
      id uuid primary key,
      once text not null unique,
      to_address text not null,
      subject text not null,
      text text not null,
      html text not null,
      created_at timestamptz not null,
      sent_at timestamptz,
      attempts int not null default 0,
      gave_up_at timestamptz
    );
    create index mail_messages_waiting on mail_messages (created_at) where sent_at is null and gave_up_at is null;
    create index mail_messages_newest on mail_messages (created_at desc);
    create index mail_messages_to on mail_messages (to_address);
  `,
}

/** Writes the messages in the transaction of the intent that wants them; the worker sends them after. */
export async function sendMail(ctx: Context, messages: Message[]): Promise<void> {
  if (messages.length === 0) return
  const now = ctx.clock.now()
  const rows = messages.map(({ to, letter, once }) => ({
    id: newId(),
    once,
    to_address: to,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    created_at: now,
    sent_at: null,
    attempts: 0,
    gave_up_at: null,
  }))
  for (let start = 0; start < rows.length; start += 500)
    await tables(ctx)
      .insertInto('mail_messages')
      .values(rows.slice(start, start + 500))
      .onConflict((conflict) => conflict.column('once').doNothing())
      .execute()
  await ctx.queue.enqueue(ctx, deliverMail, {})
}

/** The newest messages, for the outbox of a trial and for tests. */
export async function keptMessages(
  ctx: Context,
  filter: { to?: string; limit?: number } = {},
): Promise<KeptMessage[]> {
  let query = tables(ctx).selectFrom('mail_messages').selectAll().orderBy('created_at', 'desc').orderBy('id')
  if (filter.to !== undefined) query = query.where('to_address', '=', filter.to)
  const rows = await query.limit(filter.limit ?? 100).execute()
  return rows.map((row) => ({
    id: row.id,
    toAddress: row.to_address,
    subject: row.subject,
    text: row.text,
    html: row.html,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  }))
}

/** Removes every message to these addresses: when what they spoke of is removed. */
export async function forgetMail(ctx: Context, addresses: string[]): Promise<void> {
  if (addresses.length > 0)
    await tables(ctx).deleteFrom('mail_messages').where('to_address', 'in', addresses).execute()
}

export function smtpPostman(smtpUrl: string, from: string): Postman {
  const transport = createTransport(smtpUrl)
  return {
    deliver: async ({ to, subject, text, html, id }) => {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        html,
        messageId: `<${id}@${from.split('@').at(-1)?.replace('>', '')}>`,
      })
    },
  }
}

const maxAttempts = 8

/** Sends what waits, oldest first. A message is marked sent in the transaction that held it, so it leaves once. */
export const deliverMail = defineJob({
  name: 'mail.deliver',
  data: z.object({}),
  keyOf: () => 'all',
  cron: '* * * * *',
  async run(ctx) {
    const carrier = ctx.postman
    if (carrier === undefined) return
    for (;;) {
      const more = await ctx.db.transaction().execute(async (tx) => {
        const one = await sql<{
          id: string
          to_address: string
          subject: string
          text: string
          html: string
          attempts: number
        }>`
          select id, to_address, subject, text, html, attempts from mail_messages
          where sent_at is null and gave_up_at is null
            and created_at <= ${ctx.clock.now()} - make_interval(secs => case when attempts = 0 then 0 else power(4, attempts) * 5 end)
          order by attempts, created_at limit 1 for update skip locked`.execute(tx)
        const message = one.rows[0]
        if (message === undefined) return false
        try {
          await carrier.deliver({ ...message, to: message.to_address })
          await sql`update mail_messages set sent_at = ${ctx.clock.now()}, attempts = attempts + 1 where id = ${message.id}`.execute(
            tx,
          )
        } catch (error) {
          const last = message.attempts + 1 >= maxAttempts
          await sql`update mail_messages set attempts = attempts + 1, gave_up_at = ${last ? ctx.clock.now() : null} where id = ${message.id}`.execute(
            tx,
          )
          ctx.log.warn(
            { attempt: message.attempts + 1, error: error instanceof Error ? error.name : 'unknown' },
            'a message was not accepted by the mail server',
          )
        }
        return true
      })
      if (!more) return
    }
  },
})
