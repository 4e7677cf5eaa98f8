"""The part of schema.org that pages speak, as a context for a JSON-LD processor."""

CLASSES = (
    "BreadcrumbList", "Claim", "ClaimReview", "CorrectionComment", "CreativeWork", "DataDownload",
    "Dataset",
    "ListItem", "NewsArticle", "NewsMediaOrganization", "Organization", "PropertyValue", "Rating",
)  # fmt: skip
WORDS = (
    "alternateName", "author", "claimReviewed", "correction", "creator", "description",
    "distribution",
    "encodingFormat", "hasPart", "headline", "inLanguage", "itemListElement", "itemReviewed",
    "license", "name", "position", "propertyID", "publisher", "reviewRating", "temporalCoverage",
    "text", "unitText", "variableMeasured",
)  # fmt: skip
LINKS = (
    "appearance", "citation", "contentUrl", "correctionsPolicy", "image", "isBasedOn", "isPartOf",
    "item", "mainEntityOfPage", "publishingPrinciples", "translationOfWork", "url",
    "verificationFactCheckingPolicy", "workTranslation",
)  # fmt: skip
"""What leads to a page or a thing: a word there is an address."""
DAYS = ("dateModified", "datePublished")

CONTEXT = {
    "@context": {
        **{name: f"https://schema.org/{name}" for name in (*CLASSES, *WORDS)},
        **{name: {"@id": f"https://schema.org/{name}", "@type": "@id"} for name in LINKS},
        **{
            name: {"@id": f"https://schema.org/{name}", "@type": "https://schema.org/Date"}
            for name in DAYS
        },
    }
}
