/** The board: who waits, who is called, who is in which room; live and as of any instant, from one fold. */
package carequeue.query.board;
