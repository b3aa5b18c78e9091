/** AWS KMS as the keeper of a master key. */
package carequeue.adapter.kms.aws;
