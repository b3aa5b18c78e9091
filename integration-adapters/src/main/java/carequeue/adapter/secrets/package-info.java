/** Where secrets are kept, how they are read at every use, and who has read them; no value ever leaves a call. */
package carequeue.adapter.secrets;
