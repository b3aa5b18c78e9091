/** Fields that only the partner can read, as JSON Web Encryption. */
package carequeue.adapter.filter.jose;
