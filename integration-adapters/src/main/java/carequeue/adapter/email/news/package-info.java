/** What the carriers of our emails tell afterwards, each in its own shape and with its own proof. */
package carequeue.adapter.email.news;
