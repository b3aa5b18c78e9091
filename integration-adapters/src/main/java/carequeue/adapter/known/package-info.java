/** Which of ours several outside systems speak of at once. */
package carequeue.adapter.known;
