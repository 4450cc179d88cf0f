package dev.treadle.metadata.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The preview of a version. */
@Entity
@Table(name = "version_preview")
class PreviewRow {
  @Id
  UUID versionId;

  byte[] previewBytes;
  String mediaType;

  PreviewRow(UUID version, byte[] preview, String mediaType) {
    this.versionId = version;
    this.previewBytes = preview;
    this.mediaType = mediaType;
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  PreviewRow() {}
}
