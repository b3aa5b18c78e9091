/** Everything outside slow, failing, refused and back, over HTTP: patients flow all the while, and what was missed is made up for once. */
package carequeue.app.outside;
