// Written by `npm run openapi` out of docs/openapi.json.
export interface paths {
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["apiKeys.all"];
        put?: never;
        /** The only answer that shows the token. */
        post: operations["apiKeys.make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["apiKeys.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["cases.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which filters and orders the list has. */
        get: operations["cases.filters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many cases each value of each filter would leave. */
        get: operations["cases.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One command for several cases; each answers for itself. */
        post: operations["cases.executeAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["cases.open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command sent twice is harmless when it names the version its sender saw: the second finds the case moved on. */
        post: operations["cases.execute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/handling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a department asks of a case that is with it, by hand. */
        post: operations["cases.handle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exports.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exports.xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goes on after the event that `Last-Event-ID` names. */
        get: operations["live.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["views.all"];
        put?: never;
        post: operations["views.keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["views.drop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["overview.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["quarantine.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["quarantine.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["deliveries.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With each attempt: when, how long, what was answered; and when the next one is due. */
        get: operations["deliveries.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["deliveries.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["platforms.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["platforms.pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["platforms.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{id}/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["platforms.reconciled"];
        put?: never;
        /** Counts the last days again at the platform; what it comes to can be read once it is done. */
        post: operations["platforms.reconcile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{id}/drifts/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["platforms.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ledger.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["suggestions.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggestions/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 是同一件. */
        post: operations["suggestions.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggestions/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不是. */
        post: operations["suggestions.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hot-issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["hotIssues.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/detach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["groupings.detach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["groupings.split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["groupings.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groupings/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["groupings.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undertakings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["undertakings.page"];
        put?: never;
        post: operations["undertakings.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undertakings/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["undertakings.progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undertakings/projects/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of the items of a project. */
        get: operations["undertakings.projectProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undertakings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["undertakings.open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undertakings/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command sent twice is harmless when it carries a `requestId`, or the version its sender saw. */
        post: operations["undertakings.execute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matching/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["matching.explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["bulletins.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a workbook: a sheet for each breakdown. */
        get: operations["bulletins.xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reference.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To be noted elsewhere, so that a log that was cut off shows. */
        get: operations["audit.head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["calendars.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["departments.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{id}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the live duty list gives to one of them. */
        get: operations["departments.duties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["grids.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may do. */
        get: operations["session.show"];
        put?: never;
        post: operations["session.signIn"];
        delete: operations["session.signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ends all other sessions of the person. */
        put: operations["session.changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the person is signed in. */
        get: operations["session.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["session.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The only answer that shows the secret. */
        post: operations["secondFactor.offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The only answer that shows the recovery codes. */
        post: operations["secondFactor.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["secondFactor.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which ways to sign in there are, for the page that offers them. */
        get: operations["oidc.ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["oidc.leave"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["oidc.comeBack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["people.page"];
        put?: never;
        /** The only answer that shows the one-time password. */
        post: operations["people.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["people.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["people.change"];
        trace?: never;
    };
    "/api/v1/people/{id}/one-time-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For whoever forgot theirs; it must be changed at the next sign-in. The only answer that shows it. */
        post: operations["people.renewPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** For whoever lost telephone and recovery codes. */
        delete: operations["people.removeFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["people.sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["people.endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows who reported and what they wrote, and writes into the audit who asked for it and why. */
        post: operations["reveal.reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["attachments.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To be saved, never shown as a page of ours: whatever is inside runs nowhere. */
        get: operations["attachments.bytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/department/v1/cases/{number}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One `file`, and a `note` if there is something to say. 201, or 200 when the same bytes were there before. */
        post: operations["departmentAttachments.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/department/v1/cases/{number}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["department.command"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/department/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ownCases.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/department/v1/cases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ETag is the version; 304 to whoever has that one. */
        get: operations["ownCases.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/department/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["feed.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/department/v1/endpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["portal.endpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/department/v1/endpoint/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The only answer that shows the new secret. */
        post: operations["portal.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/department/v1/endpoint/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["portal.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/department/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["portal.deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/department/v1/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["portal.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dutyList.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-list/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The live list, line by line: who must act, where, and what says so. */
        get: operations["dutyList.look"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-list/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dutyList.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-list/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dutyList.version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-list/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dutyList.open"];
        put?: never;
        post: operations["dutyList.make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-list/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dutyList.draft"];
        put?: never;
        post?: never;
        delete: operations["dutyList.drop"];
        options?: never;
        head?: never;
        patch: operations["dutyList.edit"];
        trace?: never;
    };
    "/api/v1/duty-list/drafts/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dutyList.diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-list/drafts/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes nothing: how the newest cases would go by the draft. */
        post: operations["dutyList.dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-list/drafts/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["dutyList.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-list/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["dutyList.rollBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["endpoints.all"];
        put?: never;
        /** The only answer that shows its secret. */
        post: operations["endpoints.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{department}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["endpoints.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["endpoints.change"];
        trace?: never;
    };
    "/api/v1/endpoints/{department}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The only answer that shows the new secret. */
        post: operations["endpoints.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{department}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["endpoints.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inbound/{platform}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["inbound.receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["health.health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptDto: {
            /** @description The report alone joins the other case, even where it has company in its own. */
            onlyReport?: boolean;
            requestId?: string;
        };
        /** @description Who did it: `hub`, `operator:<name>`, `department:<id>` or `platform:<id>`. */
        Actor: "hub" | string;
        /** @description 附件: a file that a department laid into a case. The same bytes of the same department are there once. */
        Attachment: {
            id: string;
            department: string;
            name: string;
            /** @enum {string} */
            type: "application/pdf" | "image/heic" | "image/heif" | "image/jpeg" | "image/png" | "image/webp" | "video/mp4";
            /** @description Size in bytes. */
            bytes: number;
            /** @description Of the content, in hex. */
            sha256: string;
            note?: string;
            /** Format: date-time */
            at: string;
        };
        AuditHeadView: {
            seq: number;
            hash: string;
        };
        /** @description A line of the audit as it is shown; the hash in hexadecimal. */
        AuditLineView: {
            seq: number;
            /** Format: date-time */
            at: string;
            hash: string;
            /** @description Who: the name of a person or key; whoever is not signed in is what they called themselves. */
            actor: string;
            /** @description What, as a stable word of two parts: `identity.reveal`, `duty-list.publish`, `POST cases/:number/commands`. */
            action: string;
            /** @description To what, as the API addresses it: `cases/HL202611200001`. */
            subject: string;
            /** @description Why, in the person's own words, where they were asked. */
            reason?: string;
            /** @description Facts as plain JSON; never a secret, never what a citizen said or is called. */
            data?: Record<string, never>;
            /** @description Where the request came from. */
            address?: string;
        };
        /** @description A link that a case's chain of obligations lacks, and how many cases or reports lack it. */
        BrokenLink: {
            link: string;
            count: number;
            examples: string[];
        };
        BulkCommandDto: {
            numbers: string[];
            requestId?: string;
            /** @enum {string} */
            command: "dispatch" | "hold" | "refuse" | "settle-on-the-spot" | "grant-request" | "refuse-request" | "suspend" | "resume" | "check" | "supervise" | "blow-whistle" | "score-whistle" | "call-meeting" | "decide-meeting" | "claim" | "release-claim" | "close" | "force-close" | "plan-look-back" | "look-back" | "reopen" | "rework" | "withdraw";
            /** @description To whom a case is dispatched; whom a score is for. */
            department?: string;
            coHandlers?: string[];
            /**
             * @description 直派 direct, 双派 dual, 兜底 backstop.
             * @enum {string}
             */
            mode?: "ordinary" | "direct" | "dual" | "backstop";
            because?: string;
            /**
             * @description Why a case is refused.
             * @enum {string}
             */
            code?: "out-of-scope" | "legal-route" | "emergency-line" | "too-vague" | "not-true" | "answered-before" | "unreasonable" | "other";
            /** @description The same in the words the citizens read. */
            reason?: string;
            /** Format: date-time */
            until?: string;
            passed?: boolean;
            /** @description What was found; of a matter solved on the spot, what the citizens read. */
            note?: string;
            /** @enum {string} */
            level?: "urged" | "supervised" | "led";
            /** @description Of a whistle: daily, tough, emergency; of a meeting: residents, departments. */
            kind?: string;
            /** @description The street's office that blows the whistle. */
            street?: string;
            departments?: string[];
            whistle?: number;
            score?: number;
            subject?: string;
            /**
             * Format: date-time
             * @description When a meeting is held.
             */
            at?: string;
            participants?: string[];
            meeting?: number;
            decision?: string;
            commitments?: components["schemas"]["CommitmentLine"][];
            /** @description The red partner (红色合伙人) that claims the case. */
            partner?: string;
            /** Format: date-time */
            dueAt?: string;
        };
        /** @description Figures and rates; `change` is what they have gained on the week before: counts, and rates in percentage points. */
        BulletinLine: {
            /** @description 受理诉求: reports that citizens made, those taken back later among them. */
            received: number;
            /** @description 新立工单: those of them that opened a case. */
            opened: number;
            /** @description 重复诉求: those of them that joined a case (并单, 转办), or opened one that repeats a closed one (再次反映). */
            repeated: number;
            /** @description 派单: cases sent to a lead department; sent again counts again. */
            dispatched: number;
            /** @description 退单: cases that a department gave back. */
            returned: number;
            /** @description 应办结: cases handed in in the week, and those that fell due in it and were open still when it ended. */
            due: number;
            /** @description 办结: cases handed in in the week and not sent back (重办, 重新派遣) before it ended. What was solved on the spot (即办) or closed without an answer was with no department, and counts in neither. */
            resolved: number;
            /** @description 按时办结: those of the resolved that met the due time of their answer; one without a due time is not among them. */
            onTime: number;
            /** @description 逾期: cases whose answer fell due in the week and was not handed in by then, whether it came later or not. */
            overdue: number;
            /** @description 回访: answers of citizens who were asked whether they are served. */
            asked: number;
            /** @description 满意: those who said that they are satisfied. */
            satisfied: number;
            /** @description 办结率: resolved ÷ due. A case that falls due later counts only once it is handed in. */
            completionRate: number | null;
            /** @description 按时办结率: resolved on time ÷ due. Never above the completion rate. */
            onTimeRate: number | null;
            /** @description 退单率: returned ÷ dispatched. May pass 100 where cases of the week before are returned. */
            returnRate: number | null;
            /** @description 满意率: satisfied ÷ asked. */
            satisfactionRate: number | null;
            change: {
                /** @description 受理诉求: reports that citizens made, those taken back later among them. */
                received: number;
                /** @description 新立工单: those of them that opened a case. */
                opened: number;
                /** @description 重复诉求: those of them that joined a case (并单, 转办), or opened one that repeats a closed one (再次反映). */
                repeated: number;
                /** @description 派单: cases sent to a lead department; sent again counts again. */
                dispatched: number;
                /** @description 退单: cases that a department gave back. */
                returned: number;
                /** @description 应办结: cases handed in in the week, and those that fell due in it and were open still when it ended. */
                due: number;
                /** @description 办结: cases handed in in the week and not sent back (重办, 重新派遣) before it ended. What was solved on the spot (即办) or closed without an answer was with no department, and counts in neither. */
                resolved: number;
                /** @description 按时办结: those of the resolved that met the due time of their answer; one without a due time is not among them. */
                onTime: number;
                /** @description 逾期: cases whose answer fell due in the week and was not handed in by then, whether it came later or not. */
                overdue: number;
                /** @description 回访: answers of citizens who were asked whether they are served. */
                asked: number;
                /** @description 满意: those who said that they are satisfied. */
                satisfied: number;
                /** @description 办结率: resolved ÷ due. A case that falls due later counts only once it is handed in. */
                completionRate: number | null;
                /** @description 按时办结率: resolved on time ÷ due. Never above the completion rate. */
                onTimeRate: number | null;
                /** @description 退单率: returned ÷ dispatched. May pass 100 where cases of the week before are returned. */
                returnRate: number | null;
                /** @description 满意率: satisfied ÷ asked. */
                satisfactionRate: number | null;
            };
        };
        /** @description When the city works in a year. Days are local dates `yyyy-MM-dd`, hours local times `HH:mm`. */
        CalendarView: {
            zone: string;
            year: number;
            /** @description From and to of each working interval of a working day. */
            hours: string[][];
            workdays: string[];
            /** @description Mondays to Fridays that are free. */
            holidays: string[];
            /** @description Saturdays and Sundays that are worked (调休). */
            makeUpDays: string[];
        };
        /** @description 认领: a red partner does the work; the department stays answerable. */
        Claim: {
            partner: string;
            dueAt: string;
        };
        /** @enum {string} */
        ClockColour: "green" | "red" | "yellow";
        /** @description `resolve`, `check`, or one of several of its sort: `whistle/1/water-affairs`, `meeting/1`, `commitment/2`. */
        ClockName: ("accept" | "answer" | "check" | "claim" | "decide" | "dispatch" | "first-contact" | "look-back" | "look-back-visit" | "resolve" | "sign" | "suspension") | string;
        CodeDto: {
            code: string;
        };
        /** @description A command's outcome and where the case stands after it; `isRepeat`: this is the answer given the first time. */
        CommandAnswer: {
            isRepeat: boolean;
            number: string;
            /** @enum {string} */
            status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
            version: number;
            /** @enum {string} */
            outcome: "accepted" | "refused";
            /** @enum {string} */
            code?: "API_KEY_EXPIRED" | "API_KEY_REVOKED" | "API_KEY_UNKNOWN" | "ATTACHMENTS_FULL" | "ATTACHMENT_TOO_LARGE" | "ATTACHMENT_TYPE_REFUSED" | "CALLBACK_OUTSIDE_TOLERANCE" | "CALLBACK_REPLAYED" | "CALLBACK_SIGNATURE_INVALID" | "CASE_FOREIGN" | "CASE_MOVE_ILLEGAL" | "CASE_TERMS_INVALID" | "CASE_UNKNOWN" | "CASE_VERSION_STALE" | "CONFIG_INVALID" | "DATABASE_BUSY" | "DATABASE_UNREACHABLE" | "DEFECT" | "DELIVERY_UNDER_WAY" | "DELIVERY_UNKNOWN" | "DUTY_DRAFT_CLOSED" | "DUTY_LIST_INVALID" | "DUTY_LIST_STALE" | "DUTY_LIST_UNKNOWN" | "ENDPOINT_DISABLED" | "ENDPOINT_EXISTS" | "ENDPOINT_HAS_ADDRESS" | "ENDPOINT_HAS_NO_ADDRESS" | "ENDPOINT_SECRETS_FULL" | "FORBIDDEN" | "GROUPING_ILLEGAL" | "GROUPING_UNDONE" | "GROUPING_UNKNOWN" | "IMPORT_FILE_UNREADABLE" | "JOB_UNKNOWN" | "NOT_FOUND" | "OIDC_REFUSED" | "OIDC_UNREACHABLE" | "PASSWORD_CHANGE_REQUIRED" | "PASSWORD_WEAK" | "PERSON_EXISTS" | "PERSON_LAST_ADMIN" | "PERSON_UNKNOWN" | "PERSON_VERSION_STALE" | "PLATFORM_ADDRESS_WRONG" | "PLATFORM_BODY_BROKEN" | "PLATFORM_BUSY" | "PLATFORM_CERTIFICATE_REFUSED" | "PLATFORM_COUNTS_NOTHING" | "PLATFORM_CREDENTIAL_REFUSED" | "PLATFORM_CURSOR_LOOP" | "PLATFORM_LIST_TRUNCATED" | "PLATFORM_PROXY_REFUSED" | "PLATFORM_RATE_LIMITED" | "PLATFORM_REQUEST_REFUSED" | "PLATFORM_UNKNOWN" | "PLATFORM_UNREACHABLE" | "PORT_IN_USE" | "PUSH_BODY_INVALID" | "PUSH_SIGNATURE_INVALID" | "QUEUE_UNREACHABLE" | "REPORT_UNKNOWN" | "REQUEST_INVALID" | "REQUEST_REPEATED" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_SET" | "SECOND_FACTOR_WRONG" | "SUGGESTION_ANSWERED" | "SUGGESTION_UNKNOWN" | "TOO_MANY_ATTEMPTS" | "UNAUTHENTICATED" | "UNDERTAKING_INCOMPLETE" | "UNDERTAKING_ITEMS_OPEN" | "UNDERTAKING_MOVE_ILLEGAL" | "UNDERTAKING_UNKNOWN" | "UNDERTAKING_VERSION_STALE";
            message?: string;
            legal?: ("blow-whistle" | "call-meeting" | "check" | "check-in" | "claim" | "close" | "co-sign" | "confirm-answers" | "decide-meeting" | "dispatch" | "file" | "force-close" | "grant-request" | "hand-in" | "hold" | "keep-commitment" | "look-back" | "merge" | "open-look-back" | "plan-look-back" | "progress" | "refuse" | "refuse-request" | "release-claim" | "reopen" | "report-commitment" | "request-extension" | "request-suspension" | "restore" | "resume" | "return" | "revisit" | "rework" | "score-whistle" | "settle-on-the-spot" | "sign" | "submit" | "supervise" | "suspend" | "withdraw")[];
        };
        CommandDto: {
            /** @description The version the operator has seen; a case that has moved on refuses. */
            version?: number;
            requestId?: string;
            /** @enum {string} */
            command: "dispatch" | "hold" | "refuse" | "settle-on-the-spot" | "grant-request" | "refuse-request" | "suspend" | "resume" | "check" | "supervise" | "blow-whistle" | "score-whistle" | "call-meeting" | "decide-meeting" | "claim" | "release-claim" | "close" | "force-close" | "plan-look-back" | "look-back" | "reopen" | "rework" | "withdraw";
            /** @description To whom a case is dispatched; whom a score is for. */
            department?: string;
            coHandlers?: string[];
            /**
             * @description 直派 direct, 双派 dual, 兜底 backstop.
             * @enum {string}
             */
            mode?: "ordinary" | "direct" | "dual" | "backstop";
            because?: string;
            /**
             * @description Why a case is refused.
             * @enum {string}
             */
            code?: "out-of-scope" | "legal-route" | "emergency-line" | "too-vague" | "not-true" | "answered-before" | "unreasonable" | "other";
            /** @description The same in the words the citizens read. */
            reason?: string;
            /** Format: date-time */
            until?: string;
            passed?: boolean;
            /** @description What was found; of a matter solved on the spot, what the citizens read. */
            note?: string;
            /** @enum {string} */
            level?: "urged" | "supervised" | "led";
            /** @description Of a whistle: daily, tough, emergency; of a meeting: residents, departments. */
            kind?: string;
            /** @description The street's office that blows the whistle. */
            street?: string;
            departments?: string[];
            whistle?: number;
            score?: number;
            subject?: string;
            /**
             * Format: date-time
             * @description When a meeting is held.
             */
            at?: string;
            participants?: string[];
            meeting?: number;
            decision?: string;
            commitments?: components["schemas"]["CommitmentLine"][];
            /** @description The red partner (红色合伙人) that claims the case. */
            partner?: string;
            /** Format: date-time */
            dueAt?: string;
        };
        /** @description 承诺事项: what a department promised for a day, usually in a meeting. */
        Commitment: {
            id: number;
            meeting?: number;
            department: string;
            what: string;
            dueAt: string;
            keptAt?: string;
        };
        CommitmentLine: {
            department: string;
            what: string;
            /** Format: date-time */
            dueAt: string;
        };
        /** @description One of the two reports of a question, as a person compares them. */
        ComparedReport: {
            platform: string;
            externalId: string;
            title: string;
            body: string;
            reportedAt: string;
            place: components["schemas"]["Place"];
            caseStatus: string;
            /** @description Reports of its case, itself too. */
            reports: number;
        };
        /** @description How the messages of one channel stand. `owed` is everything ever owed and not called off. */
        DeliveryCount: {
            owed: number;
            confirmed: number;
            parked: number;
            waiting: number;
        };
        DepartmentCommandDto: {
            /** @enum {string} */
            command: "sign" | "progress" | "return" | "hand-in" | "request-extension" | "request-suspension" | "check-in" | "report-commitment" | "keep-commitment";
            /** @description Version of the case the department has seen; absent: whatever it is. */
            version?: number;
            /** @description How it goes, in the words the citizens read. */
            note?: string;
            reason?: string;
            /** @description The answer in the words the citizen reads. */
            result?: string;
            /**
             * Format: date-time
             * @description ISO 8601 with its zone: until when more time, or a pause, is asked for.
             */
            until?: string;
            /** @description Number of the whistle, as `whistle.blown` named it. */
            whistle?: number;
            /** @description Number of the commitment, as `commitment.made` named it. */
            commitment?: number;
        };
        /** @description 延期申请, 挂账申请: what a department asks for and an operator decides on. */
        DepartmentRequest: {
            /** @enum {string} */
            kind: "extension" | "suspension";
            department: string;
            reason: string;
            until: string;
        };
        /** @description What a department would gain and lose, with cases to look at. */
        DepartmentShift: {
            department: string;
            gains: number;
            loses: number;
            examples: string[];
        };
        /** @description A department, how many duties it has, and what lies open with it. */
        DepartmentView: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "bureau" | "community" | "street" | "utility";
            leads: number;
            helps: number;
            open: number;
            overdue: number;
        };
        DetachDto: {
            /** Format: uuid */
            report: string;
            /** @description Number of the case it goes to; a new one where this is absent. */
            to?: string;
            requestId?: string;
            because: string;
            /** @description A case that has moved on refuses. */
            version?: number;
        };
        DraftEditsDto: {
            /** @description The draft's own. */
            version: number;
            requestId?: string;
            edits: components["schemas"]["DutyEditDto"][];
        };
        DryRun: {
            departments: components["schemas"]["DepartmentShift"][];
            cases: number;
            /** @description Cases that would go to another department, or to the operators instead, or no longer to them. */
            elsewhere: number;
            /** @description The most frequent first. */
            moves: components["schemas"]["Move"][];
        };
        DryRunDto: {
            /** @default 1000 */
            cases: number;
            requestId?: string;
        };
        /** @description Where there is something to send. */
        DueTarget: {
            /** @enum {string} */
            channel: "webhook" | "write-back";
            target: string;
        };
        /** @description A rule that is new, gone, or otherwise than before. */
        DutyChange: {
            before?: {
                /** @enum {string} */
                what: "backstop";
                department: string;
            } | {
                /** @enum {string} */
                what: "component-owner";
                prefix: string;
                owner: string;
            } | {
                /** @enum {string} */
                what: "line";
                category: string;
                street?: string;
                community?: string;
                lead: string;
                coHandlers?: string[];
                supervisor?: string;
            } | {
                /** @enum {string} */
                what: "territory";
                street: string;
                office: string;
            };
            after?: {
                /** @enum {string} */
                what: "backstop";
                department: string;
            } | {
                /** @enum {string} */
                what: "component-owner";
                prefix: string;
                owner: string;
            } | {
                /** @enum {string} */
                what: "line";
                category: string;
                street?: string;
                community?: string;
                lead: string;
                coHandlers?: string[];
                supervisor?: string;
            } | {
                /** @enum {string} */
                what: "territory";
                street: string;
                office: string;
            };
        };
        DutyEditDto: {
            /** @enum {string} */
            op: "put" | "remove";
            rule: components["schemas"]["DutyRuleDto"];
        };
        /** @description One line of the live duty list: who must act, where, and what says so. */
        DutyLineView: {
            category: string;
            name: string;
            className: string;
            /** @description Absent: everywhere. */
            street?: string;
            community?: string;
            lead: components["schemas"]["Named"];
            coHandlers: components["schemas"]["Named"][];
            supervisor?: components["schemas"]["Named"];
            /**
             * @description `own`: a line of the city's own; otherwise who is asked first: the owner (先属主) or the street's office (先属地).
             * @enum {string}
             */
            because: "own" | "owner" | "territory";
            /** @description The class of the default list that says so; absent for a line of the city's own. */
            list?: string;
            items: number;
        };
        DutyRuleDto: {
            /** @enum {string} */
            what: "line" | "component-owner" | "territory" | "backstop";
            category?: string;
            street?: string;
            community?: string;
            lead?: string;
            coHandlers?: string[];
            supervisor?: string;
            prefix?: string;
            owner?: string;
            office?: string;
            department?: string;
        };
        /** @description One line of the live duty list, seen from a department. */
        DutyView: {
            category: string;
            name: string;
            className: string;
            /** @description Absent: everywhere. */
            street?: string;
            community?: string;
            /**
             * @description 主办, 协办 or 监管.
             * @enum {string}
             */
            as: "co-handler" | "lead" | "supervisor";
        };
        EndpointChangeDto: {
            /** Format: uri */
            url?: string;
            /** Format: uri */
            shadowUrl?: string | null;
            thin?: boolean;
            /** @enum {string} */
            state?: "enabled" | "disabled";
            algorithms?: ("v1" | "v1a" | "v1sm3")[];
            /** @description The department's own ed25519 key, if it signs its call-backs with one. */
            callbackKey?: string | null;
            /** @description Messages begun in one second at most; null: as for everybody. */
            ratePerSecond?: number | null;
            /** @description Messages in flight at once at most; null: as for everybody. */
            concurrency?: number | null;
        };
        /** @description One value of a filter and how many cases it would leave. */
        FacetValue: {
            value: string;
            /** @description As the city calls it; absent for words that the page translates. */
            name?: string;
            count: number;
        };
        /** @description A day that could not be counted. */
        FailedDay: {
            /** @enum {string} */
            kind: "failed";
            /** @enum {string} */
            code: "API_KEY_EXPIRED" | "API_KEY_REVOKED" | "API_KEY_UNKNOWN" | "ATTACHMENTS_FULL" | "ATTACHMENT_TOO_LARGE" | "ATTACHMENT_TYPE_REFUSED" | "CALLBACK_OUTSIDE_TOLERANCE" | "CALLBACK_REPLAYED" | "CALLBACK_SIGNATURE_INVALID" | "CASE_FOREIGN" | "CASE_MOVE_ILLEGAL" | "CASE_TERMS_INVALID" | "CASE_UNKNOWN" | "CASE_VERSION_STALE" | "CONFIG_INVALID" | "DATABASE_BUSY" | "DATABASE_UNREACHABLE" | "DEFECT" | "DELIVERY_UNDER_WAY" | "DELIVERY_UNKNOWN" | "DUTY_DRAFT_CLOSED" | "DUTY_LIST_INVALID" | "DUTY_LIST_STALE" | "DUTY_LIST_UNKNOWN" | "ENDPOINT_DISABLED" | "ENDPOINT_EXISTS" | "ENDPOINT_HAS_ADDRESS" | "ENDPOINT_HAS_NO_ADDRESS" | "ENDPOINT_SECRETS_FULL" | "FORBIDDEN" | "GROUPING_ILLEGAL" | "GROUPING_UNDONE" | "GROUPING_UNKNOWN" | "IMPORT_FILE_UNREADABLE" | "JOB_UNKNOWN" | "NOT_FOUND" | "OIDC_REFUSED" | "OIDC_UNREACHABLE" | "PASSWORD_CHANGE_REQUIRED" | "PASSWORD_WEAK" | "PERSON_EXISTS" | "PERSON_LAST_ADMIN" | "PERSON_UNKNOWN" | "PERSON_VERSION_STALE" | "PLATFORM_ADDRESS_WRONG" | "PLATFORM_BODY_BROKEN" | "PLATFORM_BUSY" | "PLATFORM_CERTIFICATE_REFUSED" | "PLATFORM_COUNTS_NOTHING" | "PLATFORM_CREDENTIAL_REFUSED" | "PLATFORM_CURSOR_LOOP" | "PLATFORM_LIST_TRUNCATED" | "PLATFORM_PROXY_REFUSED" | "PLATFORM_RATE_LIMITED" | "PLATFORM_REQUEST_REFUSED" | "PLATFORM_UNKNOWN" | "PLATFORM_UNREACHABLE" | "PORT_IN_USE" | "PUSH_BODY_INVALID" | "PUSH_SIGNATURE_INVALID" | "QUEUE_UNREACHABLE" | "REPORT_UNKNOWN" | "REQUEST_INVALID" | "REQUEST_REPEATED" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_SET" | "SECOND_FACTOR_WRONG" | "SUGGESTION_ANSWERED" | "SUGGESTION_UNKNOWN" | "TOO_MANY_ATTEMPTS" | "UNAUTHENTICATED" | "UNDERTAKING_INCOMPLETE" | "UNDERTAKING_ITEMS_OPEN" | "UNDERTAKING_MOVE_ILLEGAL" | "UNDERTAKING_UNKNOWN" | "UNDERTAKING_VERSION_STALE";
            message: string;
            platform: string;
            day: string;
            /** Format: date-time */
            at: string;
        };
        /** @description Why something cannot be read, for a person: the field, and what is wrong with it. */
        Fault: {
            field: string;
            message: string;
        };
        FieldDto: {
            path: string;
        };
        /** @description One field that cannot be used. */
        FieldFault: {
            /** @description Where it stands in the request, as `commitments.0.dueAt`. */
            field: string;
            /** @description The check that failed, for programs. */
            code: string;
            /** @description What is wrong with it, in the language of `Accept-Language`. */
            message: string;
        };
        /**
         * @description What a value of a raw record is. Platforms write null and '' for a value of any type: that is `empty`.
         * @enum {string}
         */
        FieldType: "boolean" | "empty" | "list" | "number" | "object" | "text";
        FiledAnswer: {
            /** @enum {string} */
            state: "cancelled" | "confirmed" | "owed" | "parked" | "unknown";
            attempts: number;
            settledAt: string | null;
            reason: string | null;
        };
        FiledAttempt: {
            number: number;
            at: string;
            durationMs: number;
            outcome: string;
            status: number | null;
            reason: string | null;
            excerpt: string | null;
        };
        /** @description A line of the case's history. */
        FiledEvent: {
            seq: number;
            /** @enum {string} */
            type: "case.answered" | "case.checked" | "case.claim_released" | "case.claimed" | "case.closed" | "case.co_signed" | "case.dispatched" | "case.due_soon" | "case.extended" | "case.filed" | "case.forced_closed" | "case.handled" | "case.held" | "case.merged" | "case.opened" | "case.progressed" | "case.recurrence_linked" | "case.refused" | "case.reopened" | "case.request_refused" | "case.requested" | "case.restored" | "case.resumed" | "case.returned" | "case.revisited" | "case.reworked" | "case.settled_on_the_spot" | "case.signed" | "case.submitted" | "case.supervised" | "case.suspended" | "case.withdrawn" | "commitment.kept" | "commitment.made" | "commitment.reported" | "look_back.done" | "look_back.due" | "look_back.planned" | "meeting.called" | "meeting.decided" | "report.attached" | "report.updated" | "report.withdrawn" | "reports.joined" | "reports.left" | "whistle.answered" | "whistle.blown" | "whistle.scored";
            /** Format: date-time */
            at: string;
            actor: string;
            data: {
                [key: string]: unknown;
            };
        };
        /** @description A question to an operator: is this report the same matter as that case? */
        FiledSuggestion: {
            id: string;
            number: string;
            suggestedNumber: string;
            suggestedTitle: string;
            platform: string;
            externalId: string;
            title: string;
            score: number;
            shares: components["schemas"]["SignalShare"][];
            /** Format: date-time */
            createdAt: string;
        };
        /** @description One line of an undertaking's history. */
        FiledUndertakingEvent: {
            seq: number;
            /** @enum {string} */
            type: "undertaking.assigned" | "undertaking.claimed" | "undertaking.dropped" | "undertaking.due_soon" | "undertaking.finished" | "undertaking.noted" | "undertaking.opened" | "undertaking.overdue" | "undertaking.released" | "undertaking.started";
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["Actor"];
            data: {
                [key: string]: unknown;
            };
        };
        /** @description A filter as a page draws it. */
        FilterView: {
            /** @enum {string} */
            name: "answered" | "attached" | "category" | "channel" | "claimedBy" | "class" | "clock" | "closedBefore" | "closedFrom" | "coHandler" | "department" | "dueBefore" | "dueFrom" | "extended" | "grid" | "handledBefore" | "handledFrom" | "hasPlace" | "heldByOperator" | "hot" | "involves" | "lead" | "merged" | "mode" | "nature" | "needs" | "open" | "openedBefore" | "openedFrom" | "overdue" | "place" | "platform" | "promised" | "q" | "recurrence" | "reporter" | "reportersAtLeast" | "reportsAtLeast" | "returnedAtLeast" | "returnedBy" | "roundsAtLeast" | "rule" | "satisfied" | "settled" | "solved" | "status" | "step" | "street" | "suggested" | "supervision" | "suspended" | "unsatisfiedAtLeast" | "urgency" | "whistleBy" | "whistleOpen";
            label: string;
            /** @enum {string} */
            kind: "flag" | "instant" | "least" | "names" | "text" | "words";
            /** @description Of `words` alone. */
            values?: string[];
            /** @description Whether its values are counted. */
            isCounted: boolean;
        };
        /** @description `isRepeat`: this is the answer given the first time. */
        GivenGroupingAnswer: {
            isRepeat: boolean;
            grouping: string;
            /**
             * @description `linked`: the cases were not joined, one repeats the other. `noted`: the answer is kept, no case changed.
             * @enum {string}
             */
            outcome: "linked" | "merged" | "moved" | "noted" | "undone";
            /** @description The cases it touched, as they stood after it. */
            cases: {
                number: string;
                /** @enum {string} */
                status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                version: number;
            }[];
        };
        /** @description A grid on the map, with what lies open in it. Points are [longitude, latitude] in WGS-84 degrees. */
        GridView: {
            code: string;
            name: string;
            street: string;
            community: string;
            staff: string[];
            centre: number[];
            ring: number[][];
            holes: number[][][];
            /** @description Codes of the grids it shares a border with. */
            neighbours: string[];
            open: number;
            overdue: number;
        };
        HandlingDto: {
            /** @description Names the request, so that the same one sent twice has one effect and one answer. */
            requestId?: string;
            /** @description For somebody of several departments: on whose behalf. */
            department?: string;
            /** @enum {string} */
            command: "sign" | "progress" | "return" | "hand-in" | "request-extension" | "request-suspension" | "check-in" | "report-commitment" | "keep-commitment";
            /** @description Version of the case the department has seen; absent: whatever it is. */
            version?: number;
            /** @description How it goes, in the words the citizens read. */
            note?: string;
            reason?: string;
            /** @description The answer in the words the citizen reads. */
            result?: string;
            /**
             * Format: date-time
             * @description ISO 8601 with its zone: until when more time, or a pause, is asked for.
             */
            until?: string;
            /** @description Number of the whistle, as `whistle.blown` named it. */
            whistle?: number;
            /** @description Number of the commitment, as `commitment.made` named it. */
            commitment?: number;
        };
        /** @description Where somebody is signed in, as they are shown it. */
        ListedSession: {
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            expiresAt: string;
            address: string | null;
            agent: string | null;
            isThis: boolean;
        };
        /** @description A copy's fate, as it is shown. */
        ListedShadow: {
            deliveryId: string;
            /** Format: date-time */
            at: string;
            url: string;
            durationMs: number;
            outcome: string;
            status: number | null;
            reason: string | null;
        };
        /** @description An open suggestion as a line of a list. */
        ListedSuggestion: {
            reportId: string;
            mine: components["schemas"]["ComparedReport"];
            theirs: components["schemas"]["ComparedReport"];
            id: string;
            number: string;
            suggestedNumber: string;
            suggestedTitle: string;
            platform: string;
            externalId: string;
            title: string;
            score: number;
            shares: components["schemas"]["SignalShare"][];
            /** Format: date-time */
            createdAt: string;
        };
        /** @description 回头看: the case is looked at again after it was closed; `seen` of its `looks` are done. */
        LookBack: {
            looks: number;
            seen: number;
            isDue: boolean;
        };
        Meeting: {
            id: number;
            /** @enum {string} */
            kind: "departments" | "residents";
            subject: string;
            at: string;
            participants: string[];
            decision?: string;
        };
        MergeDto: {
            from: string;
            fromVersion?: number;
            requestId?: string;
            because: string;
            /** @description A case that has moved on refuses. */
            version?: number;
        };
        /** @description Cases that would go another way than they went. */
        Move: {
            from: components["schemas"]["Way"];
            to: components["schemas"]["Way"];
            cases: number;
            /** @description Numbers of the first of them. */
            examples: string[];
        };
        /** @description An id with the name people know it by. */
        Named: {
            id: string;
            name: string;
        };
        /** @description 周通报 with the city's names. */
        NamedBulletin: {
            total: components["schemas"]["BulletinLine"];
            /**
             * Format: date-time
             * @description Up to when it was counted: the end of the week, or the instant of counting while the week lasts.
             */
            until: string;
            /** Format: date-time */
            before: string;
            /** @description The ISO week, and the one it is compared with. */
            week: string;
            previous: string;
            /** Format: date-time */
            from: string;
            departments: components["schemas"]["NamedRow"][];
            streets: components["schemas"]["NamedRow"][];
            grids: components["schemas"]["NamedRow"][];
            platforms: components["schemas"]["NamedRow"][];
        };
        /** @description A row under the name people know. */
        NamedRow: {
            /** @description 受理诉求: reports that citizens made, those taken back later among them. */
            received: number;
            /** @description 新立工单: those of them that opened a case. */
            opened: number;
            /** @description 重复诉求: those of them that joined a case (并单, 转办), or opened one that repeats a closed one (再次反映). */
            repeated: number;
            /** @description 派单: cases sent to a lead department; sent again counts again. */
            dispatched: number;
            /** @description 退单: cases that a department gave back. */
            returned: number;
            /** @description 应办结: cases handed in in the week, and those that fell due in it and were open still when it ended. */
            due: number;
            /** @description 办结: cases handed in in the week and not sent back (重办, 重新派遣) before it ended. What was solved on the spot (即办) or closed without an answer was with no department, and counts in neither. */
            resolved: number;
            /** @description 按时办结: those of the resolved that met the due time of their answer; one without a due time is not among them. */
            onTime: number;
            /** @description 逾期: cases whose answer fell due in the week and was not handed in by then, whether it came later or not. */
            overdue: number;
            /** @description 回访: answers of citizens who were asked whether they are served. */
            asked: number;
            /** @description 满意: those who said that they are satisfied. */
            satisfied: number;
            /** @description 办结率: resolved ÷ due. A case that falls due later counts only once it is handed in. */
            completionRate: number | null;
            /** @description 按时办结率: resolved on time ÷ due. Never above the completion rate. */
            onTimeRate: number | null;
            /** @description 退单率: returned ÷ dispatched. May pass 100 where cases of the week before are returned. */
            returnRate: number | null;
            /** @description 满意率: satisfied ÷ asked. */
            satisfactionRate: number | null;
            change: {
                /** @description 受理诉求: reports that citizens made, those taken back later among them. */
                received: number;
                /** @description 新立工单: those of them that opened a case. */
                opened: number;
                /** @description 重复诉求: those of them that joined a case (并单, 转办), or opened one that repeats a closed one (再次反映). */
                repeated: number;
                /** @description 派单: cases sent to a lead department; sent again counts again. */
                dispatched: number;
                /** @description 退单: cases that a department gave back. */
                returned: number;
                /** @description 应办结: cases handed in in the week, and those that fell due in it and were open still when it ended. */
                due: number;
                /** @description 办结: cases handed in in the week and not sent back (重办, 重新派遣) before it ended. What was solved on the spot (即办) or closed without an answer was with no department, and counts in neither. */
                resolved: number;
                /** @description 按时办结: those of the resolved that met the due time of their answer; one without a due time is not among them. */
                onTime: number;
                /** @description 逾期: cases whose answer fell due in the week and was not handed in by then, whether it came later or not. */
                overdue: number;
                /** @description 回访: answers of citizens who were asked whether they are served. */
                asked: number;
                /** @description 满意: those who said that they are satisfied. */
                satisfied: number;
                /** @description 办结率: resolved ÷ due. A case that falls due later counts only once it is handed in. */
                completionRate: number | null;
                /** @description 按时办结率: resolved on time ÷ due. Never above the completion rate. */
                onTimeRate: number | null;
                /** @description 退单率: returned ÷ dispatched. May pass 100 where cases of the week before are returned. */
                returnRate: number | null;
                /** @description 满意率: satisfied ÷ asked. */
                satisfactionRate: number | null;
            };
            id: string | null;
            name: string;
        };
        NewApiKeyDto: {
            /** @description For people: what uses it. */
            name: string;
            /**
             * @description What a program may do: the roles of people, since it acts for them.
             * @enum {string}
             */
            role: "dispatcher" | "supervisor" | "department" | "street" | "grid-worker" | "auditor" | "admin";
            /**
             * @description How far it sees.
             * @enum {string}
             */
            scopeKind: "all" | "department" | "street" | "grid";
            /** @description Departments by id, streets by name, grids by code; none where the scope is everything. */
            scopeIds?: string[];
            /**
             * Format: date-time
             * @description Without it the key lives until it is revoked.
             */
            expiresAt?: string;
        };
        NewDraftDto: {
            /** @default [] */
            edits: components["schemas"]["DutyEditDto"][];
            requestId?: string;
        };
        NewEndpointDto: {
            department: string;
            /**
             * Format: uri
             * @description Absent: the department fetches its messages itself.
             */
            url?: string;
            /** @default false */
            thin: boolean;
            /**
             * @default [
             *       "v1"
             *     ]
             */
            algorithms: ("v1" | "v1a" | "v1sm3")[];
            ratePerSecond?: number;
            concurrency?: number;
        };
        NewPasswordDto: {
            current: string;
            next: string;
        };
        NewPersonDto: {
            /** @description No blanks around it, and nothing that a log or a page could misread. */
            name: string;
            /** @enum {string} */
            role: "dispatcher" | "supervisor" | "department" | "street" | "grid-worker" | "auditor" | "admin";
            scope: components["schemas"]["ScopeDto"];
        };
        /** @description A session as whoever opened it gets it; the token is shown this once. */
        NewSession: {
            token: string;
            name: string;
            /** Format: date-time */
            expiresAt: string;
        };
        NewUndertakingDto: {
            /** @enum {string} */
            list: "need" | "resource" | "project" | "item";
            title: string;
            what: string;
            street: string;
            /** @description The case it comes from. */
            caseNumber?: string;
            /**
             * Format: uuid
             * @description Id of the project an item belongs to.
             */
            project?: string;
            /** @description The partner that offers a resource. */
            offeredBy?: string;
            /** @description The department that answers for it from the beginning. */
            owner?: string;
            /**
             * Format: date-time
             * @description An instant in ISO 8601, with its offset.
             */
            dueAt?: string;
            requestId?: string;
        };
        /** @description An event with the case it belongs to. */
        NewestEvent: {
            number: string;
            seq: number;
            title: string;
            /** @enum {string} */
            type: "case.answered" | "case.checked" | "case.claim_released" | "case.claimed" | "case.closed" | "case.co_signed" | "case.dispatched" | "case.due_soon" | "case.extended" | "case.filed" | "case.forced_closed" | "case.handled" | "case.held" | "case.merged" | "case.opened" | "case.progressed" | "case.recurrence_linked" | "case.refused" | "case.reopened" | "case.request_refused" | "case.requested" | "case.restored" | "case.resumed" | "case.returned" | "case.revisited" | "case.reworked" | "case.settled_on_the_spot" | "case.signed" | "case.submitted" | "case.supervised" | "case.suspended" | "case.withdrawn" | "commitment.kept" | "commitment.made" | "commitment.reported" | "look_back.done" | "look_back.due" | "look_back.planned" | "meeting.called" | "meeting.decided" | "report.attached" | "report.updated" | "report.withdrawn" | "reports.joined" | "reports.left" | "whistle.answered" | "whistle.blown" | "whistle.scored";
            /** Format: date-time */
            at: string;
            actor: string;
            data: {
                [key: string]: unknown;
            };
        };
        /** @description A second factor that is offered: the secret in base32, and what an authenticator app reads as a QR code. */
        OfferedFactor: {
            secret: string;
            uri: string;
        };
        /** @description The words of a report as they came, as far as something in them was masked. */
        OriginalWords: {
            title?: string;
            body?: string;
            address?: string;
            /** @description 即办: how it was solved. */
            solution?: string;
        };
        OwedTally: {
            owed: number;
            confirmed: number;
            parked: number;
        };
        /** @description What a city says beside the default list, as `duties.yaml` writes it: names that are not looked up yet. */
        OwnDuties: {
            duties: components["schemas"]["OwnLine"][];
            componentOwners: {
                prefix: string;
                owner: string;
            }[];
            territory: {
                [key: string]: string;
            };
            backstop?: string;
        };
        /** @description A line of a city's own; without a place it replaces what the default list says of its category. */
        OwnLine: {
            category: string;
            street?: string;
            community?: string;
            lead: string;
            coHandlers?: string[];
            supervisor?: string;
        };
        OwnRotationDto: {
            /**
             * @description 0 ends the old one at once, as after a leak.
             * @default 24
             */
            overlapHours: number;
        };
        /** @description 红色合伙人: an enterprise or association (企业, 社会组织) that claims what stands on the streets' lists. */
        Partner: {
            id: string;
            /** @description Chinese name. */
            name: string;
            /** @enum {string} */
            kind: "association" | "enterprise";
            /** @description The post to ask for, never a person's name. */
            contact: string;
        };
        PasswordDto: {
            password: string;
        };
        PersonChangeDto: {
            /** @description The version that was read. */
            version: number;
            /** @enum {string} */
            role?: "dispatcher" | "supervisor" | "department" | "street" | "grid-worker" | "auditor" | "admin";
            scope?: components["schemas"]["ScopeDto"];
            /** @description True: may not sign in any more, and is signed out. */
            disabled?: boolean;
        };
        /** @description Where it is. Coordinates are WGS-84 degrees. */
        Place: {
            address?: string;
            longitude?: number;
            latitude?: number;
            gridCode?: string;
            street?: string;
            community?: string;
            /** @description 部件编码 of a numbered component (lamp post, manhole cover). */
            componentCode?: string;
        };
        /** @description RFC 9457. `code` is stable and listed in docs/errors.md; some codes bring members of their own beside these. */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "API_KEY_EXPIRED" | "API_KEY_REVOKED" | "API_KEY_UNKNOWN" | "ATTACHMENTS_FULL" | "ATTACHMENT_TOO_LARGE" | "ATTACHMENT_TYPE_REFUSED" | "CALLBACK_OUTSIDE_TOLERANCE" | "CALLBACK_REPLAYED" | "CALLBACK_SIGNATURE_INVALID" | "CASE_FOREIGN" | "CASE_MOVE_ILLEGAL" | "CASE_TERMS_INVALID" | "CASE_UNKNOWN" | "CASE_VERSION_STALE" | "CONFIG_INVALID" | "DATABASE_BUSY" | "DATABASE_UNREACHABLE" | "DEFECT" | "DELIVERY_UNDER_WAY" | "DELIVERY_UNKNOWN" | "DUTY_DRAFT_CLOSED" | "DUTY_LIST_INVALID" | "DUTY_LIST_STALE" | "DUTY_LIST_UNKNOWN" | "ENDPOINT_DISABLED" | "ENDPOINT_EXISTS" | "ENDPOINT_HAS_ADDRESS" | "ENDPOINT_HAS_NO_ADDRESS" | "ENDPOINT_SECRETS_FULL" | "FORBIDDEN" | "GROUPING_ILLEGAL" | "GROUPING_UNDONE" | "GROUPING_UNKNOWN" | "IMPORT_FILE_UNREADABLE" | "JOB_UNKNOWN" | "NOT_FOUND" | "OIDC_REFUSED" | "OIDC_UNREACHABLE" | "PASSWORD_CHANGE_REQUIRED" | "PASSWORD_WEAK" | "PERSON_EXISTS" | "PERSON_LAST_ADMIN" | "PERSON_UNKNOWN" | "PERSON_VERSION_STALE" | "PLATFORM_ADDRESS_WRONG" | "PLATFORM_BODY_BROKEN" | "PLATFORM_BUSY" | "PLATFORM_CERTIFICATE_REFUSED" | "PLATFORM_COUNTS_NOTHING" | "PLATFORM_CREDENTIAL_REFUSED" | "PLATFORM_CURSOR_LOOP" | "PLATFORM_LIST_TRUNCATED" | "PLATFORM_PROXY_REFUSED" | "PLATFORM_RATE_LIMITED" | "PLATFORM_REQUEST_REFUSED" | "PLATFORM_UNKNOWN" | "PLATFORM_UNREACHABLE" | "PORT_IN_USE" | "PUSH_BODY_INVALID" | "PUSH_SIGNATURE_INVALID" | "QUEUE_UNREACHABLE" | "REPORT_UNKNOWN" | "REQUEST_INVALID" | "REQUEST_REPEATED" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_SET" | "SECOND_FACTOR_WRONG" | "SUGGESTION_ANSWERED" | "SUGGESTION_UNKNOWN" | "TOO_MANY_ATTEMPTS" | "UNAUTHENTICATED" | "UNDERTAKING_INCOMPLETE" | "UNDERTAKING_ITEMS_OPEN" | "UNDERTAKING_MOVE_ILLEGAL" | "UNDERTAKING_UNKNOWN" | "UNDERTAKING_VERSION_STALE";
            detail: string;
            /** @description Of `REQUEST_INVALID`: every field that cannot be used. */
            errors?: components["schemas"]["FieldFault"][];
        };
        /** @description What goes on around a case beside its status. */
        Proceedings: {
            /** @enum {string} */
            mode?: "backstop" | "direct" | "dual" | "ordinary";
            request?: components["schemas"]["DepartmentRequest"];
            suspension?: components["schemas"]["Suspension"];
            whistles: components["schemas"]["Whistle"][];
            meetings: components["schemas"]["Meeting"][];
            commitments: components["schemas"]["Commitment"][];
            claim?: components["schemas"]["Claim"];
            lookBack?: components["schemas"]["LookBack"];
            /** @description Citizens that were not served, over all rounds. */
            unsatisfied: number;
        };
        /** @description How far a project or a list has come. */
        Progress: {
            all: number;
            byState: {
                open: number;
                claimed: number;
                underway: number;
                done: number;
                dropped: number;
            };
            /** @description 完成率: done of all that were not dropped, 0 to 1; null where there is nothing to do. */
            completionRate: number | null;
        };
        PublishDto: {
            because: string;
            requestId?: string;
            /** @description The draft's own. */
            version: number;
        };
        RejectDto: {
            requestId?: string;
        };
        /** @description Another platform's record that this one was copied from (转办). */
        Relay: {
            platform?: string;
            externalId: string;
        };
        RemoveFactorDto: {
            /** @description Six digits, or a recovery code. */
            code: string;
            password: string;
        };
        ReplayDto: {
            ids?: string[];
            filter?: components["schemas"]["ReplayFilterDto"];
            /**
             * @description Only counts what the filter finds.
             * @default false
             */
            dryRun: boolean;
        };
        ReplayFilterDto: {
            /** @enum {string} */
            state: "parked" | "confirmed" | "any";
            /** @enum {string} */
            channel?: "webhook" | "write-back";
            /** @description A department, or the platform of a write-back. */
            target?: string;
            type?: string;
            /**
             * Format: date-time
             * @description Owed since then; the instant carries its zone. Needed for what has arrived: nobody wants all of it again.
             */
            since?: string;
        };
        /** @description What was sent again, and where it goes. */
        Replayed: {
            count?: number;
            targets: components["schemas"]["DueTarget"][];
        };
        /** @description Who asked; leaves the mapper in clear text and is sealed by the vault before anything is stored. */
        Reporter: {
            name?: string;
            phone?: string;
        };
        RequestIdDto: {
            requestId?: string;
        };
        RetryDto: {
            ids: string[];
        };
        RevealDto: {
            reason: string;
            requestId: string;
        };
        RollbackDto: {
            to: number;
            /** @description The version that is live, as far as the editor knows. */
            version: number;
            because: string;
            requestId?: string;
        };
        /** @description What a rotation hands out, this once. */
        Rotated: {
            /** @description `whsec_…`, or `whpk_…` where we alone sign. */
            key: string;
            /**
             * Format: date-time
             * @description Until then the old one signs beside it.
             */
            oldUntil: string;
        };
        RotationDto: {
            /**
             * @default shared
             * @enum {string}
             */
            kind: "shared" | "ed25519";
            /**
             * @description 0 ends the old one at once, as after a leak.
             * @default 24
             */
            overlapHours: number;
        };
        /**
         * @description Which rule decided, from the hardest to the softest.
         * @enum {string}
         */
        RouteRule: "backstop" | "component-owner" | "duty-list" | "learned" | "operator" | "territory";
        ScopeDto: {
            /** @enum {string} */
            kind: "all" | "department" | "street" | "grid";
            /**
             * @description Departments by id, streets by name, grids by code; none for `all`.
             * @default []
             */
            ids: string[];
        };
        SignInDto: {
            name: string;
            /** @description Six digits of the second factor, or a recovery code. */
            code?: string;
            password: string;
        };
        /** @description One signal's part in a score; the shares of a decision add up to its score. */
        SignalShare: {
            signal: string;
            share: number;
            /** @description What was compared, for a person, in Chinese: `距离 34 米`. */
            because: string;
        };
        /** @description A platform's own code of what a report is about; `system` names the code table and its version. */
        SourceCategory: {
            system: string;
            code: string;
            name?: string;
        };
        SplitDto: {
            reports: string[];
            requestId?: string;
            because: string;
            /** @description A case that has moved on refuses. */
            version?: number;
        };
        StagedPage: {
            pulled: number;
            staged: number;
            unchanged: number;
            quarantined: number;
            /** @description Somebody has paused the platform meanwhile: this page was the last for now. */
            paused?: boolean;
        };
        /** @description 挂账: nothing can be done before `until`, and the department's clocks stand still. */
        Suspension: {
            since: string;
            until: string;
            because: string;
        };
        UndertakingCommandDto: {
            /** @enum {string} */
            command: "assign" | "claim" | "start" | "note" | "finish" | "drop" | "release";
            /** @description 认领: the partner that does it. */
            partner?: string;
            /** @description The department that answers. */
            owner?: string;
            /**
             * Format: date-time
             * @description An instant in ISO 8601, with its offset.
             */
            dueAt?: string;
            /** @description 阶段反馈. */
            note?: string;
            result?: string;
            because?: string;
            /** @description The version the operator has seen; an undertaking that has moved on refuses. */
            version?: number;
            requestId?: string;
        };
        /** @description 清单事项: what somebody has promised beside the cases, without what was dropped. `promised` is `done` and `open` together. */
        UndertakingTally: {
            promised: number;
            done: number;
            /** @description Open ones whose clock has rung. */
            overdue: number;
            open: number;
        };
        ViewDto: {
            name: string;
            /** @description Filters as the list's address has them: name → text. */
            filter: Record<string, never>;
            /** @enum {string} */
            sort: "newest" | "due" | "reports" | "longest";
            /** @description Others see it too. */
            shared: boolean;
        };
        /** @description Where a case goes by which rule; no department: to the operators. */
        Way: {
            department?: string;
            rule: components["schemas"]["RouteRule"];
        };
        /** @description 吹哨报到: a street calls departments to the spot. */
        Whistle: {
            /** @description 1 for the first of a case. */
            id: number;
            /** @enum {string} */
            kind: "daily" | "emergency" | "tough";
            street: string;
            because: string;
            calls: components["schemas"]["WhistleCall"][];
        };
        WhistleCall: {
            department: string;
            checkedInAt?: string;
            /** @description 0 to 100, given by the street that called. */
            score?: number;
        };
        /** @description A scope as tables and requests write it; `ids` is empty for `all`. */
        WrittenScope: {
            kind: string;
            ids: string[];
        };
    };
    responses: {
        /** @description The request cannot be used. Codes: REQUEST_INVALID. */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is known by what the request carries. Codes: UNAUTHENTICATED, CALLBACK_SIGNATURE_INVALID, CALLBACK_OUTSIDE_TOLERANCE, PUSH_SIGNATURE_INVALID, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG. */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Whoever asks may not do that. Codes: FORBIDDEN, PASSWORD_CHANGE_REQUIRED, OIDC_REFUSED, CASE_FOREIGN. */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or it is none of the asker’s. Codes: CASE_UNKNOWN, REPORT_UNKNOWN, SUGGESTION_UNKNOWN, GROUPING_UNKNOWN, UNDERTAKING_UNKNOWN, NOT_FOUND, PLATFORM_UNKNOWN, PERSON_UNKNOWN, DUTY_LIST_UNKNOWN, DELIVERY_UNKNOWN. */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It cannot be done from where things stand now. Codes: SECOND_FACTOR_SET, PERSON_EXISTS, PERSON_VERSION_STALE, PERSON_LAST_ADMIN, CALLBACK_REPLAYED, CASE_MOVE_ILLEGAL, CASE_VERSION_STALE, SUGGESTION_ANSWERED, GROUPING_ILLEGAL, GROUPING_UNDONE, UNDERTAKING_MOVE_ILLEGAL, UNDERTAKING_INCOMPLETE, UNDERTAKING_ITEMS_OPEN, UNDERTAKING_VERSION_STALE, DUTY_LIST_STALE, DUTY_DRAFT_CLOSED, ENDPOINT_HAS_NO_ADDRESS, ENDPOINT_SECRETS_FULL, ENDPOINT_HAS_ADDRESS, ENDPOINT_DISABLED, DELIVERY_UNDER_WAY, ENDPOINT_EXISTS, ATTACHMENTS_FULL, REQUEST_REPEATED. */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. Codes: REQUEST_INVALID, ATTACHMENT_TOO_LARGE. */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a type that nobody reads here. Codes: REQUEST_INVALID, ATTACHMENT_TYPE_REFUSED. */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The command is legal, what it says cannot be. Codes: PASSWORD_WEAK, DUTY_LIST_INVALID, CASE_TERMS_INVALID. */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; `Retry-After` says when to go on. Codes: TOO_MANY_ATTEMPTS. */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The hub cannot answer now; `Retry-After` says when to try again. Codes: DATABASE_UNREACHABLE, DATABASE_BUSY, QUEUE_UNREACHABLE. */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "apiKeys.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            state: string;
                            expiresAt: string | null;
                            lastUsedAt: string | null;
                            revokedAt: string | null;
                            id: string;
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** @description For people: what uses it. */
                            name: string;
                            role: string;
                            scopeKind: string;
                            scopeIds: string[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "apiKeys.make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKeyDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        state: string;
                        expiresAt: string | null;
                        lastUsedAt: string | null;
                        revokedAt: string | null;
                        id: string;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description For people: what uses it. */
                        name: string;
                        role: string;
                        scopeKind: string;
                        scopeIds: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "apiKeys.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "cases.page": {
        parameters: {
            query?: {
                sort?: "newest" | "due" | "reports" | "longest";
                q?: string;
                place?: string;
                reporter?: string;
                status?: ("received" | "filed" | "held" | "dispatched" | "handling" | "checking" | "handled" | "answered" | "closed" | "refused" | "withdrawn" | "merged")[];
                step?: ("report" | "file" | "dispatch" | "handle" | "feedback" | "close")[];
                open?: boolean;
                platform?: string[];
                channel?: string[];
                nature?: ("consultation" | "help" | "complaint" | "tip-off" | "suggestion" | "praise" | "other")[];
                class?: string[];
                category?: string[];
                urgency?: ("emergency" | "urgent" | "normal" | "complex")[];
                street?: string[];
                grid?: string[];
                hasPlace?: boolean;
                department?: string[];
                lead?: string[];
                coHandler?: string[];
                involves?: string[];
                rule?: ("component-owner" | "duty-list" | "learned" | "territory")[];
                mode?: ("ordinary" | "direct" | "dual" | "backstop")[];
                needs?: ("decision" | "check" | "meeting" | "score" | "look-back")[];
                heldByOperator?: boolean;
                clock?: ("green" | "yellow" | "red")[];
                overdue?: ("accept" | "dispatch" | "sign" | "first-contact" | "resolve" | "check" | "decide" | "answer" | "suspension" | "claim" | "whistle" | "meeting" | "commitment")[];
                /** @description Before 2200-01-01T00:00:00.000Z */
                dueFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                dueBefore?: string;
                supervision?: ("urged" | "supervised" | "led")[];
                extended?: boolean;
                suspended?: boolean;
                reportsAtLeast?: number;
                reportersAtLeast?: number;
                returnedAtLeast?: number;
                returnedBy?: string[];
                roundsAtLeast?: number;
                recurrence?: boolean;
                merged?: boolean;
                suggested?: boolean;
                hot?: boolean;
                whistleOpen?: boolean;
                whistleBy?: string[];
                promised?: boolean;
                claimedBy?: string[];
                settled?: boolean;
                attached?: boolean;
                answered?: boolean;
                solved?: boolean;
                satisfied?: boolean;
                unsatisfiedAtLeast?: number;
                /** @description Before 2200-01-01T00:00:00.000Z */
                openedFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                openedBefore?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                handledFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                handledBefore?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                closedFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                closedBefore?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            title: string;
                            category: {
                                code: string;
                                name: string;
                            };
                            /** @enum {string} */
                            urgency: "complex" | "emergency" | "normal" | "urgent";
                            place: components["schemas"]["Place"];
                            lead: components["schemas"]["Named"] | null;
                            /** Format: date-time */
                            openedAt: string;
                            dueAt: string | null;
                            clock: components["schemas"]["ClockColour"];
                            supervision: ("led" | "supervised" | "urged") | null;
                            reportCount: number;
                            candidates: {
                                department: string;
                                name: string;
                                confidence: number;
                            }[];
                            because: string;
                            reports: {
                                platform: string;
                                externalId: string;
                            }[];
                            /** @enum {string} */
                            status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                            /** @enum {string} */
                            step: "close" | "dispatch" | "feedback" | "file" | "handle" | "report";
                            statusLabel: string;
                            number: string;
                            version: number;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "cases.filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        filters: components["schemas"]["FilterView"][];
                        sorts: {
                            /** @enum {string} */
                            name: "due" | "longest" | "newest" | "reports";
                            /** @enum {string} */
                            label: "最久未结" | "最先到期" | "最新立案" | "诉求最多";
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "cases.count": {
        parameters: {
            query?: {
                q?: string;
                place?: string;
                reporter?: string;
                status?: ("received" | "filed" | "held" | "dispatched" | "handling" | "checking" | "handled" | "answered" | "closed" | "refused" | "withdrawn" | "merged")[];
                step?: ("report" | "file" | "dispatch" | "handle" | "feedback" | "close")[];
                open?: boolean;
                platform?: string[];
                channel?: string[];
                nature?: ("consultation" | "help" | "complaint" | "tip-off" | "suggestion" | "praise" | "other")[];
                class?: string[];
                category?: string[];
                urgency?: ("emergency" | "urgent" | "normal" | "complex")[];
                street?: string[];
                grid?: string[];
                hasPlace?: boolean;
                department?: string[];
                lead?: string[];
                coHandler?: string[];
                involves?: string[];
                rule?: ("component-owner" | "duty-list" | "learned" | "territory")[];
                mode?: ("ordinary" | "direct" | "dual" | "backstop")[];
                needs?: ("decision" | "check" | "meeting" | "score" | "look-back")[];
                heldByOperator?: boolean;
                clock?: ("green" | "yellow" | "red")[];
                overdue?: ("accept" | "dispatch" | "sign" | "first-contact" | "resolve" | "check" | "decide" | "answer" | "suspension" | "claim" | "whistle" | "meeting" | "commitment")[];
                /** @description Before 2200-01-01T00:00:00.000Z */
                dueFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                dueBefore?: string;
                supervision?: ("urged" | "supervised" | "led")[];
                extended?: boolean;
                suspended?: boolean;
                reportsAtLeast?: number;
                reportersAtLeast?: number;
                returnedAtLeast?: number;
                returnedBy?: string[];
                roundsAtLeast?: number;
                recurrence?: boolean;
                merged?: boolean;
                suggested?: boolean;
                hot?: boolean;
                whistleOpen?: boolean;
                whistleBy?: string[];
                promised?: boolean;
                claimedBy?: string[];
                settled?: boolean;
                attached?: boolean;
                answered?: boolean;
                solved?: boolean;
                satisfied?: boolean;
                unsatisfiedAtLeast?: number;
                /** @description Before 2200-01-01T00:00:00.000Z */
                openedFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                openedBefore?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                handledFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                handledBefore?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                closedFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                closedBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        isCapped: boolean;
                        totalLabel: string;
                        facets: {
                            /** @enum {string} */
                            filter: "answered" | "attached" | "category" | "channel" | "claimedBy" | "class" | "clock" | "closedBefore" | "closedFrom" | "coHandler" | "department" | "dueBefore" | "dueFrom" | "extended" | "grid" | "handledBefore" | "handledFrom" | "hasPlace" | "heldByOperator" | "hot" | "involves" | "lead" | "merged" | "mode" | "nature" | "needs" | "open" | "openedBefore" | "openedFrom" | "overdue" | "place" | "platform" | "promised" | "q" | "recurrence" | "reporter" | "reportersAtLeast" | "reportsAtLeast" | "returnedAtLeast" | "returnedBy" | "roundsAtLeast" | "rule" | "satisfied" | "settled" | "solved" | "status" | "step" | "street" | "suggested" | "supervision" | "suspended" | "unsatisfiedAtLeast" | "urgency" | "whistleBy" | "whistleOpen";
                            label: string;
                            values: components["schemas"]["FacetValue"][];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "cases.executeAll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkCommandDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                        refused: number;
                        results: ({
                            number: string;
                            /** @enum {string} */
                            outcome: "refused";
                            /** @enum {string} */
                            code: "API_KEY_EXPIRED" | "API_KEY_REVOKED" | "API_KEY_UNKNOWN" | "ATTACHMENTS_FULL" | "ATTACHMENT_TOO_LARGE" | "ATTACHMENT_TYPE_REFUSED" | "CALLBACK_OUTSIDE_TOLERANCE" | "CALLBACK_REPLAYED" | "CALLBACK_SIGNATURE_INVALID" | "CASE_FOREIGN" | "CASE_MOVE_ILLEGAL" | "CASE_TERMS_INVALID" | "CASE_UNKNOWN" | "CASE_VERSION_STALE" | "CONFIG_INVALID" | "DATABASE_BUSY" | "DATABASE_UNREACHABLE" | "DEFECT" | "DELIVERY_UNDER_WAY" | "DELIVERY_UNKNOWN" | "DUTY_DRAFT_CLOSED" | "DUTY_LIST_INVALID" | "DUTY_LIST_STALE" | "DUTY_LIST_UNKNOWN" | "ENDPOINT_DISABLED" | "ENDPOINT_EXISTS" | "ENDPOINT_HAS_ADDRESS" | "ENDPOINT_HAS_NO_ADDRESS" | "ENDPOINT_SECRETS_FULL" | "FORBIDDEN" | "GROUPING_ILLEGAL" | "GROUPING_UNDONE" | "GROUPING_UNKNOWN" | "IMPORT_FILE_UNREADABLE" | "JOB_UNKNOWN" | "NOT_FOUND" | "OIDC_REFUSED" | "OIDC_UNREACHABLE" | "PASSWORD_CHANGE_REQUIRED" | "PASSWORD_WEAK" | "PERSON_EXISTS" | "PERSON_LAST_ADMIN" | "PERSON_UNKNOWN" | "PERSON_VERSION_STALE" | "PLATFORM_ADDRESS_WRONG" | "PLATFORM_BODY_BROKEN" | "PLATFORM_BUSY" | "PLATFORM_CERTIFICATE_REFUSED" | "PLATFORM_COUNTS_NOTHING" | "PLATFORM_CREDENTIAL_REFUSED" | "PLATFORM_CURSOR_LOOP" | "PLATFORM_LIST_TRUNCATED" | "PLATFORM_PROXY_REFUSED" | "PLATFORM_RATE_LIMITED" | "PLATFORM_REQUEST_REFUSED" | "PLATFORM_UNKNOWN" | "PLATFORM_UNREACHABLE" | "PORT_IN_USE" | "PUSH_BODY_INVALID" | "PUSH_SIGNATURE_INVALID" | "QUEUE_UNREACHABLE" | "REPORT_UNKNOWN" | "REQUEST_INVALID" | "REQUEST_REPEATED" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_SET" | "SECOND_FACTOR_WRONG" | "SUGGESTION_ANSWERED" | "SUGGESTION_UNKNOWN" | "TOO_MANY_ATTEMPTS" | "UNAUTHENTICATED" | "UNDERTAKING_INCOMPLETE" | "UNDERTAKING_ITEMS_OPEN" | "UNDERTAKING_MOVE_ILLEGAL" | "UNDERTAKING_UNKNOWN" | "UNDERTAKING_VERSION_STALE";
                            message: string;
                        } | {
                            /** @enum {string} */
                            status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                            /** @enum {string} */
                            step: "close" | "dispatch" | "feedback" | "file" | "handle" | "report";
                            statusLabel: string;
                            number: string;
                            /** @enum {string} */
                            outcome: "accepted" | "refused";
                            /** @enum {string} */
                            code?: "API_KEY_EXPIRED" | "API_KEY_REVOKED" | "API_KEY_UNKNOWN" | "ATTACHMENTS_FULL" | "ATTACHMENT_TOO_LARGE" | "ATTACHMENT_TYPE_REFUSED" | "CALLBACK_OUTSIDE_TOLERANCE" | "CALLBACK_REPLAYED" | "CALLBACK_SIGNATURE_INVALID" | "CASE_FOREIGN" | "CASE_MOVE_ILLEGAL" | "CASE_TERMS_INVALID" | "CASE_UNKNOWN" | "CASE_VERSION_STALE" | "CONFIG_INVALID" | "DATABASE_BUSY" | "DATABASE_UNREACHABLE" | "DEFECT" | "DELIVERY_UNDER_WAY" | "DELIVERY_UNKNOWN" | "DUTY_DRAFT_CLOSED" | "DUTY_LIST_INVALID" | "DUTY_LIST_STALE" | "DUTY_LIST_UNKNOWN" | "ENDPOINT_DISABLED" | "ENDPOINT_EXISTS" | "ENDPOINT_HAS_ADDRESS" | "ENDPOINT_HAS_NO_ADDRESS" | "ENDPOINT_SECRETS_FULL" | "FORBIDDEN" | "GROUPING_ILLEGAL" | "GROUPING_UNDONE" | "GROUPING_UNKNOWN" | "IMPORT_FILE_UNREADABLE" | "JOB_UNKNOWN" | "NOT_FOUND" | "OIDC_REFUSED" | "OIDC_UNREACHABLE" | "PASSWORD_CHANGE_REQUIRED" | "PASSWORD_WEAK" | "PERSON_EXISTS" | "PERSON_LAST_ADMIN" | "PERSON_UNKNOWN" | "PERSON_VERSION_STALE" | "PLATFORM_ADDRESS_WRONG" | "PLATFORM_BODY_BROKEN" | "PLATFORM_BUSY" | "PLATFORM_CERTIFICATE_REFUSED" | "PLATFORM_COUNTS_NOTHING" | "PLATFORM_CREDENTIAL_REFUSED" | "PLATFORM_CURSOR_LOOP" | "PLATFORM_LIST_TRUNCATED" | "PLATFORM_PROXY_REFUSED" | "PLATFORM_RATE_LIMITED" | "PLATFORM_REQUEST_REFUSED" | "PLATFORM_UNKNOWN" | "PLATFORM_UNREACHABLE" | "PORT_IN_USE" | "PUSH_BODY_INVALID" | "PUSH_SIGNATURE_INVALID" | "QUEUE_UNREACHABLE" | "REPORT_UNKNOWN" | "REQUEST_INVALID" | "REQUEST_REPEATED" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_SET" | "SECOND_FACTOR_WRONG" | "SUGGESTION_ANSWERED" | "SUGGESTION_UNKNOWN" | "TOO_MANY_ATTEMPTS" | "UNAUTHENTICATED" | "UNDERTAKING_INCOMPLETE" | "UNDERTAKING_ITEMS_OPEN" | "UNDERTAKING_MOVE_ILLEGAL" | "UNDERTAKING_UNKNOWN" | "UNDERTAKING_VERSION_STALE";
                            message?: string;
                            version: number;
                        })[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "cases.open": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: {
                            title: string;
                            category: {
                                code: string;
                                name: string;
                            };
                            lead: components["schemas"]["Named"] | null;
                            coHandlers: components["schemas"]["Named"][];
                            returnedBy: components["schemas"]["Named"][];
                            proceedings: components["schemas"]["Proceedings"];
                            answer: {
                                text: string;
                                department: components["schemas"]["Named"];
                                /** Format: date-time */
                                at: string;
                            } | null;
                            recurrenceOf: string | null;
                            mergedInto: string | null;
                            revisitDueAt: string | null;
                            dueAt: string | null;
                            clock: components["schemas"]["ClockColour"];
                            /** @enum {string} */
                            status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                            /** @enum {string} */
                            step: "close" | "dispatch" | "feedback" | "file" | "handle" | "report";
                            statusLabel: string;
                            number: string;
                            /** @description Number of events so far; a command names the version it has seen. */
                            version: number;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            nature: "complaint" | "consultation" | "help" | "other" | "praise" | "suggestion" | "tip-off";
                            /** @enum {string} */
                            urgency: "complex" | "emergency" | "normal" | "urgent";
                            place: components["schemas"]["Place"];
                            /** @description Rounds of handling: 1, and one more for each rework (重办). */
                            round: number;
                            /** Format: date-time */
                            answeredAt?: string;
                            /** Format: date-time */
                            closedAt?: string;
                            /**
                             * @description How high it has climbed since it was opened; it never climbs down.
                             * @enum {string}
                             */
                            supervision?: "led" | "supervised" | "urged";
                        };
                        commands: ("blow-whistle" | "call-meeting" | "check" | "check-in" | "claim" | "close" | "decide-meeting" | "dispatch" | "force-close" | "grant-request" | "hand-in" | "hold" | "keep-commitment" | "look-back" | "plan-look-back" | "progress" | "refuse" | "refuse-request" | "release-claim" | "reopen" | "report-commitment" | "request-extension" | "request-suspension" | "resume" | "return" | "rework" | "score-whistle" | "settle-on-the-spot" | "sign" | "supervise" | "suspend" | "withdraw")[];
                        route: {
                            candidates: {
                                department: string;
                                name: string;
                                confidence: number;
                            }[];
                            routedTo: components["schemas"]["Named"] | null;
                            /** @enum {string} */
                            kind: "held";
                            because: string;
                        } | {
                            candidates: {
                                department: string;
                                name: string;
                                confidence: number;
                            }[];
                            routedTo: components["schemas"]["Named"] | null;
                            /** @enum {string} */
                            kind: "routed";
                            lead: string;
                            coHandlers: string[];
                            rule: components["schemas"]["RouteRule"];
                            confidence: number;
                            because: string;
                        };
                        reports: {
                            title: string;
                            body: string;
                            platform: components["schemas"]["Named"];
                            id: string;
                            externalId: string;
                            /** Format: date-time */
                            reportedAt: string;
                            /** @enum {string} */
                            nature: "complaint" | "consultation" | "help" | "other" | "praise" | "suggestion" | "tip-off";
                            /** @enum {string} */
                            urgency: "complex" | "emergency" | "normal" | "urgent";
                            sourceCategory: components["schemas"]["SourceCategory"] | null;
                            place: components["schemas"]["Place"];
                            sourceDueAt: string | null;
                            relayOf: components["schemas"]["Relay"] | null;
                            evaluation: {
                                solved: boolean;
                                satisfied: boolean;
                                at: string;
                            } | null;
                            withdrawnAt: string | null;
                            relation: ("opened" | "recurrence" | "relay" | "same-matter") | null;
                            score: number | null;
                            shares: components["schemas"]["SignalShare"][] | null;
                            /** @description The report it was found to be like. */
                            nearest: {
                                platform: string;
                                externalId: string;
                            } | null;
                            linkedAt: string | null;
                            /** @description The newest answer written back for it; null while none is owed. */
                            answer: components["schemas"]["FiledAnswer"] | null;
                        }[];
                        events: components["schemas"]["FiledEvent"][];
                        clocks: {
                            colour: components["schemas"]["ClockColour"];
                            clock: components["schemas"]["ClockName"];
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            warnAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            because: string;
                            metAt: string | null;
                            /** @description 挂账: since when it stands still. */
                            pausedAt: string | null;
                        }[];
                        deliveries: {
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** @enum {string} */
                            channel: "webhook" | "write-back";
                            reason: string | null;
                            externalId: string | null;
                            type: string;
                            /** @enum {string} */
                            state: "cancelled" | "confirmed" | "owed" | "parked" | "unknown";
                            attempts: number;
                            /** Format: date-time */
                            nextAttemptAt: string;
                            settledAt: string | null;
                            log: components["schemas"]["FiledAttempt"][];
                            target: components["schemas"]["Named"];
                        }[];
                        suggestions: components["schemas"]["FiledSuggestion"][];
                        attachments: {
                            name: string;
                            note: string | null;
                            department: components["schemas"]["Named"];
                            id: string;
                            /** @enum {string} */
                            type: "application/pdf" | "image/heic" | "image/heif" | "image/jpeg" | "image/png" | "image/webp" | "video/mp4";
                            /** @description Size in bytes. */
                            bytes: number;
                            /** @description Of the content, in hex. */
                            sha256: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "cases.execute": {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commands: ("blow-whistle" | "call-meeting" | "check" | "claim" | "close" | "decide-meeting" | "dispatch" | "force-close" | "grant-request" | "hold" | "look-back" | "plan-look-back" | "refuse" | "refuse-request" | "release-claim" | "reopen" | "resume" | "rework" | "score-whistle" | "settle-on-the-spot" | "supervise" | "suspend" | "withdraw")[];
                        /** @enum {string} */
                        status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                        /** @enum {string} */
                        step: "close" | "dispatch" | "feedback" | "file" | "handle" | "report";
                        statusLabel: string;
                        number: string;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "cases.handle": {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandlingDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                        /** @enum {string} */
                        step: "close" | "dispatch" | "feedback" | "file" | "handle" | "report";
                        statusLabel: string;
                        number: string;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "exports.csv": {
        parameters: {
            query?: {
                sort?: "newest" | "due" | "reports" | "longest";
                q?: string;
                place?: string;
                reporter?: string;
                status?: ("received" | "filed" | "held" | "dispatched" | "handling" | "checking" | "handled" | "answered" | "closed" | "refused" | "withdrawn" | "merged")[];
                step?: ("report" | "file" | "dispatch" | "handle" | "feedback" | "close")[];
                open?: boolean;
                platform?: string[];
                channel?: string[];
                nature?: ("consultation" | "help" | "complaint" | "tip-off" | "suggestion" | "praise" | "other")[];
                class?: string[];
                category?: string[];
                urgency?: ("emergency" | "urgent" | "normal" | "complex")[];
                street?: string[];
                grid?: string[];
                hasPlace?: boolean;
                department?: string[];
                lead?: string[];
                coHandler?: string[];
                involves?: string[];
                rule?: ("component-owner" | "duty-list" | "learned" | "territory")[];
                mode?: ("ordinary" | "direct" | "dual" | "backstop")[];
                needs?: ("decision" | "check" | "meeting" | "score" | "look-back")[];
                heldByOperator?: boolean;
                clock?: ("green" | "yellow" | "red")[];
                overdue?: ("accept" | "dispatch" | "sign" | "first-contact" | "resolve" | "check" | "decide" | "answer" | "suspension" | "claim" | "whistle" | "meeting" | "commitment")[];
                /** @description Before 2200-01-01T00:00:00.000Z */
                dueFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                dueBefore?: string;
                supervision?: ("urged" | "supervised" | "led")[];
                extended?: boolean;
                suspended?: boolean;
                reportsAtLeast?: number;
                reportersAtLeast?: number;
                returnedAtLeast?: number;
                returnedBy?: string[];
                roundsAtLeast?: number;
                recurrence?: boolean;
                merged?: boolean;
                suggested?: boolean;
                hot?: boolean;
                whistleOpen?: boolean;
                whistleBy?: string[];
                promised?: boolean;
                claimedBy?: string[];
                settled?: boolean;
                attached?: boolean;
                answered?: boolean;
                solved?: boolean;
                satisfied?: boolean;
                unsatisfiedAtLeast?: number;
                /** @description Before 2200-01-01T00:00:00.000Z */
                openedFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                openedBefore?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                handledFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                handledBefore?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                closedFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                closedBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "exports.xlsx": {
        parameters: {
            query?: {
                sort?: "newest" | "due" | "reports" | "longest";
                q?: string;
                place?: string;
                reporter?: string;
                status?: ("received" | "filed" | "held" | "dispatched" | "handling" | "checking" | "handled" | "answered" | "closed" | "refused" | "withdrawn" | "merged")[];
                step?: ("report" | "file" | "dispatch" | "handle" | "feedback" | "close")[];
                open?: boolean;
                platform?: string[];
                channel?: string[];
                nature?: ("consultation" | "help" | "complaint" | "tip-off" | "suggestion" | "praise" | "other")[];
                class?: string[];
                category?: string[];
                urgency?: ("emergency" | "urgent" | "normal" | "complex")[];
                street?: string[];
                grid?: string[];
                hasPlace?: boolean;
                department?: string[];
                lead?: string[];
                coHandler?: string[];
                involves?: string[];
                rule?: ("component-owner" | "duty-list" | "learned" | "territory")[];
                mode?: ("ordinary" | "direct" | "dual" | "backstop")[];
                needs?: ("decision" | "check" | "meeting" | "score" | "look-back")[];
                heldByOperator?: boolean;
                clock?: ("green" | "yellow" | "red")[];
                overdue?: ("accept" | "dispatch" | "sign" | "first-contact" | "resolve" | "check" | "decide" | "answer" | "suspension" | "claim" | "whistle" | "meeting" | "commitment")[];
                /** @description Before 2200-01-01T00:00:00.000Z */
                dueFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                dueBefore?: string;
                supervision?: ("urged" | "supervised" | "led")[];
                extended?: boolean;
                suspended?: boolean;
                reportsAtLeast?: number;
                reportersAtLeast?: number;
                returnedAtLeast?: number;
                returnedBy?: string[];
                roundsAtLeast?: number;
                recurrence?: boolean;
                merged?: boolean;
                suggested?: boolean;
                hot?: boolean;
                whistleOpen?: boolean;
                whistleBy?: string[];
                promised?: boolean;
                claimedBy?: string[];
                settled?: boolean;
                attached?: boolean;
                answered?: boolean;
                solved?: boolean;
                satisfied?: boolean;
                unsatisfiedAtLeast?: number;
                /** @description Before 2200-01-01T00:00:00.000Z */
                openedFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                openedBefore?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                handledFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                handledBefore?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                closedFrom?: string;
                /** @description Before 2200-01-01T00:00:00.000Z */
                closedBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "live.live": {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "views.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            owner: string;
                            isMine: boolean;
                            id: string;
                            name: string;
                            /** @description As the list's query parameters have it. */
                            filter: {
                                [key: string]: string;
                            };
                            sort: string;
                            /** @description Others see it too; only its owner changes it. */
                            shared: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "views.keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        owner: string;
                        isMine: boolean;
                        id: string;
                        name: string;
                        /** @description As the list's query parameters have it. */
                        filter: {
                            [key: string]: string;
                        };
                        sort: string;
                        /** @description Others see it too; only its owner changes it. */
                        shared: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "views.drop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "overview.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        platforms: ({
                            reconcile: {
                                /** Format: date-time */
                                at: string;
                                days: number;
                                atSource: number;
                                missing: number;
                                healed: number;
                                isWhole: boolean;
                                errorCode: ("API_KEY_EXPIRED" | "API_KEY_REVOKED" | "API_KEY_UNKNOWN" | "ATTACHMENTS_FULL" | "ATTACHMENT_TOO_LARGE" | "ATTACHMENT_TYPE_REFUSED" | "CALLBACK_OUTSIDE_TOLERANCE" | "CALLBACK_REPLAYED" | "CALLBACK_SIGNATURE_INVALID" | "CASE_FOREIGN" | "CASE_MOVE_ILLEGAL" | "CASE_TERMS_INVALID" | "CASE_UNKNOWN" | "CASE_VERSION_STALE" | "CONFIG_INVALID" | "DATABASE_BUSY" | "DATABASE_UNREACHABLE" | "DEFECT" | "DELIVERY_UNDER_WAY" | "DELIVERY_UNKNOWN" | "DUTY_DRAFT_CLOSED" | "DUTY_LIST_INVALID" | "DUTY_LIST_STALE" | "DUTY_LIST_UNKNOWN" | "ENDPOINT_DISABLED" | "ENDPOINT_EXISTS" | "ENDPOINT_HAS_ADDRESS" | "ENDPOINT_HAS_NO_ADDRESS" | "ENDPOINT_SECRETS_FULL" | "FORBIDDEN" | "GROUPING_ILLEGAL" | "GROUPING_UNDONE" | "GROUPING_UNKNOWN" | "IMPORT_FILE_UNREADABLE" | "JOB_UNKNOWN" | "NOT_FOUND" | "OIDC_REFUSED" | "OIDC_UNREACHABLE" | "PASSWORD_CHANGE_REQUIRED" | "PASSWORD_WEAK" | "PERSON_EXISTS" | "PERSON_LAST_ADMIN" | "PERSON_UNKNOWN" | "PERSON_VERSION_STALE" | "PLATFORM_ADDRESS_WRONG" | "PLATFORM_BODY_BROKEN" | "PLATFORM_BUSY" | "PLATFORM_CERTIFICATE_REFUSED" | "PLATFORM_COUNTS_NOTHING" | "PLATFORM_CREDENTIAL_REFUSED" | "PLATFORM_CURSOR_LOOP" | "PLATFORM_LIST_TRUNCATED" | "PLATFORM_PROXY_REFUSED" | "PLATFORM_RATE_LIMITED" | "PLATFORM_REQUEST_REFUSED" | "PLATFORM_UNKNOWN" | "PLATFORM_UNREACHABLE" | "PORT_IN_USE" | "PUSH_BODY_INVALID" | "PUSH_SIGNATURE_INVALID" | "QUEUE_UNREACHABLE" | "REPORT_UNKNOWN" | "REQUEST_INVALID" | "REQUEST_REPEATED" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_SET" | "SECOND_FACTOR_WRONG" | "SUGGESTION_ANSWERED" | "SUGGESTION_UNKNOWN" | "TOO_MANY_ATTEMPTS" | "UNAUTHENTICATED" | "UNDERTAKING_INCOMPLETE" | "UNDERTAKING_ITEMS_OPEN" | "UNDERTAKING_MOVE_ILLEGAL" | "UNDERTAKING_UNKNOWN" | "UNDERTAKING_VERSION_STALE") | null;
                                error: string | null;
                            } | null;
                            drifts: {
                                path: string;
                                type: components["schemas"]["FieldType"];
                                /** @description Masked: its look, not its content. */
                                example: string;
                                /** Format: date-time */
                                since: string;
                                /** Format: date-time */
                                lastSeen: string;
                                /** @enum {string} */
                                kind: "changed-type" | "new-field";
                                /** @description What the field was before; empty for a new one. */
                                before: components["schemas"]["FieldType"][];
                            }[];
                            /** @enum {string} */
                            health: "failing" | "ok" | "paused" | "pushed" | "waiting";
                            /** @description Seconds since the last good pull. */
                            ageSeconds: number | null;
                            today: {
                                pulled: number;
                                opened: number;
                                attached: number;
                                updated: number;
                                unchanged: number;
                                withdrawn: number;
                                quarantined: number;
                                waiting: number;
                            };
                            paused: boolean;
                            pulledAt: string | null;
                            nextPullAt: string | null;
                            failures: number;
                            failingSince: string | null;
                            errorCode: string | null;
                            error: string | null;
                            id: string;
                            title: string;
                            kind: string;
                            capabilities: ("count" | "pull" | "push-update" | "receive")[];
                            pullEverySeconds: number;
                        } | {
                            reconcile: {
                                /** Format: date-time */
                                at: string;
                                days: number;
                                atSource: number;
                                missing: number;
                                healed: number;
                                isWhole: boolean;
                                errorCode: ("API_KEY_EXPIRED" | "API_KEY_REVOKED" | "API_KEY_UNKNOWN" | "ATTACHMENTS_FULL" | "ATTACHMENT_TOO_LARGE" | "ATTACHMENT_TYPE_REFUSED" | "CALLBACK_OUTSIDE_TOLERANCE" | "CALLBACK_REPLAYED" | "CALLBACK_SIGNATURE_INVALID" | "CASE_FOREIGN" | "CASE_MOVE_ILLEGAL" | "CASE_TERMS_INVALID" | "CASE_UNKNOWN" | "CASE_VERSION_STALE" | "CONFIG_INVALID" | "DATABASE_BUSY" | "DATABASE_UNREACHABLE" | "DEFECT" | "DELIVERY_UNDER_WAY" | "DELIVERY_UNKNOWN" | "DUTY_DRAFT_CLOSED" | "DUTY_LIST_INVALID" | "DUTY_LIST_STALE" | "DUTY_LIST_UNKNOWN" | "ENDPOINT_DISABLED" | "ENDPOINT_EXISTS" | "ENDPOINT_HAS_ADDRESS" | "ENDPOINT_HAS_NO_ADDRESS" | "ENDPOINT_SECRETS_FULL" | "FORBIDDEN" | "GROUPING_ILLEGAL" | "GROUPING_UNDONE" | "GROUPING_UNKNOWN" | "IMPORT_FILE_UNREADABLE" | "JOB_UNKNOWN" | "NOT_FOUND" | "OIDC_REFUSED" | "OIDC_UNREACHABLE" | "PASSWORD_CHANGE_REQUIRED" | "PASSWORD_WEAK" | "PERSON_EXISTS" | "PERSON_LAST_ADMIN" | "PERSON_UNKNOWN" | "PERSON_VERSION_STALE" | "PLATFORM_ADDRESS_WRONG" | "PLATFORM_BODY_BROKEN" | "PLATFORM_BUSY" | "PLATFORM_CERTIFICATE_REFUSED" | "PLATFORM_COUNTS_NOTHING" | "PLATFORM_CREDENTIAL_REFUSED" | "PLATFORM_CURSOR_LOOP" | "PLATFORM_LIST_TRUNCATED" | "PLATFORM_PROXY_REFUSED" | "PLATFORM_RATE_LIMITED" | "PLATFORM_REQUEST_REFUSED" | "PLATFORM_UNKNOWN" | "PLATFORM_UNREACHABLE" | "PORT_IN_USE" | "PUSH_BODY_INVALID" | "PUSH_SIGNATURE_INVALID" | "QUEUE_UNREACHABLE" | "REPORT_UNKNOWN" | "REQUEST_INVALID" | "REQUEST_REPEATED" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_SET" | "SECOND_FACTOR_WRONG" | "SUGGESTION_ANSWERED" | "SUGGESTION_UNKNOWN" | "TOO_MANY_ATTEMPTS" | "UNAUTHENTICATED" | "UNDERTAKING_INCOMPLETE" | "UNDERTAKING_ITEMS_OPEN" | "UNDERTAKING_MOVE_ILLEGAL" | "UNDERTAKING_UNKNOWN" | "UNDERTAKING_VERSION_STALE") | null;
                                error: string | null;
                            } | null;
                            drifts: {
                                path: string;
                                type: components["schemas"]["FieldType"];
                                /** @description Masked: its look, not its content. */
                                example: string;
                                /** Format: date-time */
                                since: string;
                                /** Format: date-time */
                                lastSeen: string;
                                /** @enum {string} */
                                kind: "changed-type" | "new-field";
                                /** @description What the field was before; empty for a new one. */
                                before: components["schemas"]["FieldType"][];
                            }[];
                            /** @enum {string} */
                            health: "failing" | "ok" | "paused" | "pushed" | "waiting";
                            /** @description Seconds since the last good pull. */
                            ageSeconds: number | null;
                            today: {
                                pulled: number;
                                opened: number;
                                attached: number;
                                updated: number;
                                unchanged: number;
                                withdrawn: number;
                                quarantined: number;
                                waiting: number;
                            };
                            paused: boolean;
                            pulledAt: null;
                            nextPullAt: null;
                            failures: number;
                            failingSince: null;
                            errorCode: null;
                            error: null;
                            id: string;
                            title: string;
                            kind: string;
                            capabilities: ("count" | "pull" | "push-update" | "receive")[];
                            pullEverySeconds: number;
                        })[];
                        events: components["schemas"]["NewestEvent"][];
                        needsMe: {
                            held: {
                                title: string;
                                category: {
                                    code: string;
                                    name: string;
                                };
                                /** @enum {string} */
                                urgency: "complex" | "emergency" | "normal" | "urgent";
                                place: components["schemas"]["Place"];
                                lead: components["schemas"]["Named"] | null;
                                /** Format: date-time */
                                openedAt: string;
                                dueAt: string | null;
                                clock: components["schemas"]["ClockColour"];
                                supervision: ("led" | "supervised" | "urged") | null;
                                reportCount: number;
                                candidates: {
                                    department: string;
                                    name: string;
                                    confidence: number;
                                }[];
                                because: string;
                                reports: {
                                    platform: string;
                                    externalId: string;
                                }[];
                                /** @enum {string} */
                                status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                                /** @enum {string} */
                                step: "close" | "dispatch" | "feedback" | "file" | "handle" | "report";
                                statusLabel: string;
                                number: string;
                                version: number;
                            }[];
                            overdue: {
                                title: string;
                                category: {
                                    code: string;
                                    name: string;
                                };
                                /** @enum {string} */
                                urgency: "complex" | "emergency" | "normal" | "urgent";
                                place: components["schemas"]["Place"];
                                lead: components["schemas"]["Named"] | null;
                                /** Format: date-time */
                                openedAt: string;
                                dueAt: string | null;
                                clock: components["schemas"]["ClockColour"];
                                supervision: ("led" | "supervised" | "urged") | null;
                                reportCount: number;
                                candidates: {
                                    department: string;
                                    name: string;
                                    confidence: number;
                                }[];
                                because: string;
                                reports: {
                                    platform: string;
                                    externalId: string;
                                }[];
                                /** @enum {string} */
                                status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                                /** @enum {string} */
                                step: "close" | "dispatch" | "feedback" | "file" | "handle" | "report";
                                statusLabel: string;
                                number: string;
                                version: number;
                            }[];
                            next: {
                                title: string;
                                category: {
                                    code: string;
                                    name: string;
                                };
                                /** @enum {string} */
                                urgency: "complex" | "emergency" | "normal" | "urgent";
                                place: components["schemas"]["Place"];
                                lead: components["schemas"]["Named"] | null;
                                /** Format: date-time */
                                openedAt: string;
                                dueAt: string | null;
                                clock: components["schemas"]["ClockColour"];
                                supervision: ("led" | "supervised" | "urged") | null;
                                reportCount: number;
                                candidates: {
                                    department: string;
                                    name: string;
                                    confidence: number;
                                }[];
                                because: string;
                                reports: {
                                    platform: string;
                                    externalId: string;
                                }[];
                                /** @enum {string} */
                                status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                                /** @enum {string} */
                                step: "close" | "dispatch" | "feedback" | "file" | "handle" | "report";
                                statusLabel: string;
                                number: string;
                                version: number;
                            }[];
                            parked: {
                                number: string;
                                id: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** @enum {string} */
                                channel: "webhook" | "write-back";
                                reason: string | null;
                                externalId: string | null;
                                type: string;
                                /** @enum {string} */
                                state: "cancelled" | "confirmed" | "owed" | "parked" | "unknown";
                                attempts: number;
                                /** Format: date-time */
                                nextAttemptAt: string;
                                settledAt: string | null;
                                log: components["schemas"]["FiledAttempt"][];
                                seq: string;
                                target: components["schemas"]["Named"];
                            }[];
                            suggestions: components["schemas"]["ListedSuggestion"][];
                            suggested: number;
                            quarantined: number;
                        };
                        deliveries: components["schemas"]["DeliveryCount"];
                        writeBacks: components["schemas"]["DeliveryCount"];
                        cases: {
                            overdue: number;
                            total: number;
                            open: number;
                            byStatus: {
                                /** @enum {string} */
                                status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                                label: string;
                                /** @enum {string} */
                                step: "close" | "dispatch" | "feedback" | "file" | "handle" | "report";
                                count: number;
                            }[];
                            bySteps: {
                                /** @enum {string} */
                                step: "close" | "dispatch" | "feedback" | "file" | "handle" | "report";
                                count: number;
                            }[];
                        };
                        departments: {
                            open: number;
                            unsigned: number;
                            handling: number;
                            overdue: number;
                            id: string;
                            name: string;
                        }[];
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "quarantine.page": {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            platform: components["schemas"]["Named"];
                            faults: components["schemas"]["Fault"][];
                            isExhausted: boolean;
                            text: string;
                            id: string;
                            externalId: string;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description How often it was put back among the waiting, and came here again. */
                            retries: number;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "quarantine.retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        retried: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "deliveries.page": {
        parameters: {
            query?: {
                state?: "owed" | "unknown" | "confirmed" | "parked" | "cancelled";
                channel?: "webhook" | "write-back";
                target?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            number: string;
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** @enum {string} */
                            channel: "webhook" | "write-back";
                            reason: string | null;
                            externalId: string | null;
                            type: string;
                            /** @enum {string} */
                            state: "cancelled" | "confirmed" | "owed" | "parked" | "unknown";
                            attempts: number;
                            /** Format: date-time */
                            nextAttemptAt: string;
                            settledAt: string | null;
                            log: components["schemas"]["FiledAttempt"][];
                            seq: string;
                            target: components["schemas"]["Named"];
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "deliveries.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: string;
                        id: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** @enum {string} */
                        channel: "webhook" | "write-back";
                        reason: string | null;
                        externalId: string | null;
                        type: string;
                        /** @enum {string} */
                        state: "cancelled" | "confirmed" | "owed" | "parked" | "unknown";
                        attempts: number;
                        /** Format: date-time */
                        nextAttemptAt: string;
                        settledAt: string | null;
                        log: components["schemas"]["FiledAttempt"][];
                        seq: string;
                        target: components["schemas"]["Named"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "deliveries.replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReplayDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "platforms.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            reconcile: {
                                /** Format: date-time */
                                at: string;
                                days: number;
                                atSource: number;
                                missing: number;
                                healed: number;
                                isWhole: boolean;
                                errorCode: ("API_KEY_EXPIRED" | "API_KEY_REVOKED" | "API_KEY_UNKNOWN" | "ATTACHMENTS_FULL" | "ATTACHMENT_TOO_LARGE" | "ATTACHMENT_TYPE_REFUSED" | "CALLBACK_OUTSIDE_TOLERANCE" | "CALLBACK_REPLAYED" | "CALLBACK_SIGNATURE_INVALID" | "CASE_FOREIGN" | "CASE_MOVE_ILLEGAL" | "CASE_TERMS_INVALID" | "CASE_UNKNOWN" | "CASE_VERSION_STALE" | "CONFIG_INVALID" | "DATABASE_BUSY" | "DATABASE_UNREACHABLE" | "DEFECT" | "DELIVERY_UNDER_WAY" | "DELIVERY_UNKNOWN" | "DUTY_DRAFT_CLOSED" | "DUTY_LIST_INVALID" | "DUTY_LIST_STALE" | "DUTY_LIST_UNKNOWN" | "ENDPOINT_DISABLED" | "ENDPOINT_EXISTS" | "ENDPOINT_HAS_ADDRESS" | "ENDPOINT_HAS_NO_ADDRESS" | "ENDPOINT_SECRETS_FULL" | "FORBIDDEN" | "GROUPING_ILLEGAL" | "GROUPING_UNDONE" | "GROUPING_UNKNOWN" | "IMPORT_FILE_UNREADABLE" | "JOB_UNKNOWN" | "NOT_FOUND" | "OIDC_REFUSED" | "OIDC_UNREACHABLE" | "PASSWORD_CHANGE_REQUIRED" | "PASSWORD_WEAK" | "PERSON_EXISTS" | "PERSON_LAST_ADMIN" | "PERSON_UNKNOWN" | "PERSON_VERSION_STALE" | "PLATFORM_ADDRESS_WRONG" | "PLATFORM_BODY_BROKEN" | "PLATFORM_BUSY" | "PLATFORM_CERTIFICATE_REFUSED" | "PLATFORM_COUNTS_NOTHING" | "PLATFORM_CREDENTIAL_REFUSED" | "PLATFORM_CURSOR_LOOP" | "PLATFORM_LIST_TRUNCATED" | "PLATFORM_PROXY_REFUSED" | "PLATFORM_RATE_LIMITED" | "PLATFORM_REQUEST_REFUSED" | "PLATFORM_UNKNOWN" | "PLATFORM_UNREACHABLE" | "PORT_IN_USE" | "PUSH_BODY_INVALID" | "PUSH_SIGNATURE_INVALID" | "QUEUE_UNREACHABLE" | "REPORT_UNKNOWN" | "REQUEST_INVALID" | "REQUEST_REPEATED" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_SET" | "SECOND_FACTOR_WRONG" | "SUGGESTION_ANSWERED" | "SUGGESTION_UNKNOWN" | "TOO_MANY_ATTEMPTS" | "UNAUTHENTICATED" | "UNDERTAKING_INCOMPLETE" | "UNDERTAKING_ITEMS_OPEN" | "UNDERTAKING_MOVE_ILLEGAL" | "UNDERTAKING_UNKNOWN" | "UNDERTAKING_VERSION_STALE") | null;
                                error: string | null;
                            } | null;
                            drifts: {
                                path: string;
                                type: components["schemas"]["FieldType"];
                                /** @description Masked: its look, not its content. */
                                example: string;
                                /** Format: date-time */
                                since: string;
                                /** Format: date-time */
                                lastSeen: string;
                                /** @enum {string} */
                                kind: "changed-type" | "new-field";
                                /** @description What the field was before; empty for a new one. */
                                before: components["schemas"]["FieldType"][];
                            }[];
                            /** @enum {string} */
                            health: "failing" | "ok" | "paused" | "pushed" | "waiting";
                            /** @description Seconds since the last good pull. */
                            ageSeconds: number | null;
                            today: {
                                pulled: number;
                                opened: number;
                                attached: number;
                                updated: number;
                                unchanged: number;
                                withdrawn: number;
                                quarantined: number;
                                waiting: number;
                            };
                            paused: boolean;
                            pulledAt: string | null;
                            nextPullAt: string | null;
                            failures: number;
                            failingSince: string | null;
                            errorCode: string | null;
                            error: string | null;
                            id: string;
                            title: string;
                            kind: string;
                            capabilities: ("count" | "pull" | "push-update" | "receive")[];
                            pullEverySeconds: number;
                        } | {
                            reconcile: {
                                /** Format: date-time */
                                at: string;
                                days: number;
                                atSource: number;
                                missing: number;
                                healed: number;
                                isWhole: boolean;
                                errorCode: ("API_KEY_EXPIRED" | "API_KEY_REVOKED" | "API_KEY_UNKNOWN" | "ATTACHMENTS_FULL" | "ATTACHMENT_TOO_LARGE" | "ATTACHMENT_TYPE_REFUSED" | "CALLBACK_OUTSIDE_TOLERANCE" | "CALLBACK_REPLAYED" | "CALLBACK_SIGNATURE_INVALID" | "CASE_FOREIGN" | "CASE_MOVE_ILLEGAL" | "CASE_TERMS_INVALID" | "CASE_UNKNOWN" | "CASE_VERSION_STALE" | "CONFIG_INVALID" | "DATABASE_BUSY" | "DATABASE_UNREACHABLE" | "DEFECT" | "DELIVERY_UNDER_WAY" | "DELIVERY_UNKNOWN" | "DUTY_DRAFT_CLOSED" | "DUTY_LIST_INVALID" | "DUTY_LIST_STALE" | "DUTY_LIST_UNKNOWN" | "ENDPOINT_DISABLED" | "ENDPOINT_EXISTS" | "ENDPOINT_HAS_ADDRESS" | "ENDPOINT_HAS_NO_ADDRESS" | "ENDPOINT_SECRETS_FULL" | "FORBIDDEN" | "GROUPING_ILLEGAL" | "GROUPING_UNDONE" | "GROUPING_UNKNOWN" | "IMPORT_FILE_UNREADABLE" | "JOB_UNKNOWN" | "NOT_FOUND" | "OIDC_REFUSED" | "OIDC_UNREACHABLE" | "PASSWORD_CHANGE_REQUIRED" | "PASSWORD_WEAK" | "PERSON_EXISTS" | "PERSON_LAST_ADMIN" | "PERSON_UNKNOWN" | "PERSON_VERSION_STALE" | "PLATFORM_ADDRESS_WRONG" | "PLATFORM_BODY_BROKEN" | "PLATFORM_BUSY" | "PLATFORM_CERTIFICATE_REFUSED" | "PLATFORM_COUNTS_NOTHING" | "PLATFORM_CREDENTIAL_REFUSED" | "PLATFORM_CURSOR_LOOP" | "PLATFORM_LIST_TRUNCATED" | "PLATFORM_PROXY_REFUSED" | "PLATFORM_RATE_LIMITED" | "PLATFORM_REQUEST_REFUSED" | "PLATFORM_UNKNOWN" | "PLATFORM_UNREACHABLE" | "PORT_IN_USE" | "PUSH_BODY_INVALID" | "PUSH_SIGNATURE_INVALID" | "QUEUE_UNREACHABLE" | "REPORT_UNKNOWN" | "REQUEST_INVALID" | "REQUEST_REPEATED" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_SET" | "SECOND_FACTOR_WRONG" | "SUGGESTION_ANSWERED" | "SUGGESTION_UNKNOWN" | "TOO_MANY_ATTEMPTS" | "UNAUTHENTICATED" | "UNDERTAKING_INCOMPLETE" | "UNDERTAKING_ITEMS_OPEN" | "UNDERTAKING_MOVE_ILLEGAL" | "UNDERTAKING_UNKNOWN" | "UNDERTAKING_VERSION_STALE") | null;
                                error: string | null;
                            } | null;
                            drifts: {
                                path: string;
                                type: components["schemas"]["FieldType"];
                                /** @description Masked: its look, not its content. */
                                example: string;
                                /** Format: date-time */
                                since: string;
                                /** Format: date-time */
                                lastSeen: string;
                                /** @enum {string} */
                                kind: "changed-type" | "new-field";
                                /** @description What the field was before; empty for a new one. */
                                before: components["schemas"]["FieldType"][];
                            }[];
                            /** @enum {string} */
                            health: "failing" | "ok" | "paused" | "pushed" | "waiting";
                            /** @description Seconds since the last good pull. */
                            ageSeconds: number | null;
                            today: {
                                pulled: number;
                                opened: number;
                                attached: number;
                                updated: number;
                                unchanged: number;
                                withdrawn: number;
                                quarantined: number;
                                waiting: number;
                            };
                            paused: boolean;
                            pulledAt: null;
                            nextPullAt: null;
                            failures: number;
                            failingSince: null;
                            errorCode: null;
                            error: null;
                            id: string;
                            title: string;
                            kind: string;
                            capabilities: ("count" | "pull" | "push-update" | "receive")[];
                            pullEverySeconds: number;
                        })[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "platforms.pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        paused: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "platforms.resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        paused: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "platforms.reconciled": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: (components["schemas"]["FailedDay"] | {
                            missing: string[];
                            healed: string[];
                            missingCount: number;
                            healedCount: number;
                            /** @enum {string} */
                            kind: "counted";
                            /**
                             * Format: date-time
                             * @description Changes at the source from here on were left out: the last good pull may have come before them.
                             */
                            before: string;
                            /** @description Records the platform lists. */
                            atSource: number;
                            /** @description How many of them the hub had. */
                            ours: number;
                            platform: string;
                            day: string;
                            /** Format: date-time */
                            at: string;
                        })[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "platforms.reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken; it goes on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "platforms.acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        path: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "ledger.show": {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: {
                            platformName: string;
                            platform: string;
                            /** @description Local date `yyyy-MM-dd` on which the records reached us. */
                            day: string;
                            pulled: number;
                            opened: number;
                            attached: number;
                            updated: number;
                            unchanged: number;
                            withdrawn: number;
                            quarantined: number;
                            /** @description Staged and not worked yet: visible, and none once the hub has caught up. */
                            waiting: number;
                            /** @description Records whose outcome names a report or case that is not there. */
                            unproven: number;
                            unaccounted: number;
                        }[];
                        /** @description Records and obligations nobody can account for; anything but 0 is our fault. */
                        unaccounted: number;
                        /** @description Nothing waits, and everything owed is confirmed. */
                        settled: boolean;
                        broken: components["schemas"]["BrokenLink"][];
                        casesByStatus: {
                            [key: string]: number;
                        };
                        deliveries: components["schemas"]["OwedTally"];
                        writeBacks: components["schemas"]["OwedTally"];
                        undertakings: components["schemas"]["UndertakingTally"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "suggestions.page": {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            mine: {
                                platform: components["schemas"]["Named"];
                                externalId: string;
                                title: string;
                                body: string;
                                reportedAt: string;
                                place: components["schemas"]["Place"];
                                caseStatus: string;
                                /** @description Reports of its case, itself too. */
                                reports: number;
                            };
                            theirs: {
                                platform: components["schemas"]["Named"];
                                externalId: string;
                                title: string;
                                body: string;
                                reportedAt: string;
                                place: components["schemas"]["Place"];
                                caseStatus: string;
                                /** @description Reports of its case, itself too. */
                                reports: number;
                            };
                            reportId: string;
                            id: string;
                            number: string;
                            suggestedNumber: string;
                            suggestedTitle: string;
                            platform: string;
                            externalId: string;
                            title: string;
                            score: number;
                            shares: components["schemas"]["SignalShare"][];
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "suggestions.accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AcceptDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenGroupingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "suggestions.reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RejectDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenGroupingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "hotIssues.page": {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            category: {
                                code: string;
                                name: string;
                            };
                            newest: {
                                platform: components["schemas"]["Named"];
                                id: string;
                                title: string;
                                reportedAt: string;
                            }[];
                            id: string;
                            number: string;
                            title: string;
                            status: string;
                            place: components["schemas"]["Place"];
                            raisedAt: string;
                            /** @description Reports of 24 hours when it was raised, and what its past had let expect. */
                            recent: number;
                            expected: number;
                            /** @description Days since its first report. */
                            days: number;
                            reports: number;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "groupings.detach": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DetachDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenGroupingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "groupings.split": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenGroupingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "groupings.merge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenGroupingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "groupings.undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RequestIdDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenGroupingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "undertakings.page": {
        parameters: {
            query?: {
                /** @description One or more, separated by commas. */
                list?: ("need" | "resource" | "project" | "item")[];
                /** @description One or more, separated by commas. */
                state?: ("open" | "claimed" | "underway" | "done" | "dropped")[];
                owner?: string;
                partner?: string;
                street?: string;
                project?: string;
                overdue?: boolean;
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            owner: components["schemas"]["Named"] | null;
                            partner: components["schemas"]["Named"] | null;
                            offeredBy: components["schemas"]["Named"] | null;
                            clock: components["schemas"]["ClockColour"];
                            /** @enum {string} */
                            list: "item" | "need" | "project" | "resource";
                            listLabel: string;
                            /** @enum {string} */
                            state: "claimed" | "done" | "dropped" | "open" | "underway";
                            stateLabel: string;
                            id: string;
                            version: number;
                            title: string;
                            what: string;
                            street: string;
                            caseNumber: string | null;
                            project: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            dueAt: string | null;
                            warnAt: string | null;
                            endedAt: string | null;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "undertakings.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUndertakingDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commands: ("assign" | "claim" | "drop" | "finish" | "note" | "release" | "start")[];
                        isRepeat: boolean;
                        /** @enum {string} */
                        list: "item" | "need" | "project" | "resource";
                        listLabel: string;
                        /** @enum {string} */
                        state: "claimed" | "done" | "dropped" | "open" | "underway";
                        stateLabel: string;
                        id: string;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "undertakings.progress": {
        parameters: {
            query?: {
                street?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lists: {
                            all: number;
                            byState: {
                                open: number;
                                claimed: number;
                                underway: number;
                                done: number;
                                dropped: number;
                            };
                            /** @description 完成率: done of all that were not dropped, 0 to 1; null where there is nothing to do. */
                            completionRate: number | null;
                            /** @enum {string} */
                            list: "item" | "need" | "project" | "resource";
                            listLabel: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "undertakings.projectProgress": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "undertakings.open": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        undertaking: {
                            owner: components["schemas"]["Named"] | null;
                            partner: components["schemas"]["Named"] | null;
                            offeredBy: components["schemas"]["Named"] | null;
                            clock: components["schemas"]["ClockColour"];
                            /** @enum {string} */
                            list: "item" | "need" | "project" | "resource";
                            listLabel: string;
                            /** @enum {string} */
                            state: "claimed" | "done" | "dropped" | "open" | "underway";
                            stateLabel: string;
                            id: string;
                            version: number;
                            title: string;
                            what: string;
                            street: string;
                            caseNumber: string | null;
                            project: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            dueAt: string | null;
                            warnAt: string | null;
                            endedAt: string | null;
                        };
                        commands: ("assign" | "claim" | "drop" | "finish" | "note" | "release" | "start")[];
                        events: components["schemas"]["FiledUndertakingEvent"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "undertakings.execute": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndertakingCommandDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commands: ("assign" | "claim" | "drop" | "finish" | "note" | "release" | "start")[];
                        isRepeat: boolean;
                        /** @enum {string} */
                        list: "item" | "need" | "project" | "resource";
                        listLabel: string;
                        /** @enum {string} */
                        state: "claimed" | "done" | "dropped" | "open" | "underway";
                        stateLabel: string;
                        id: string;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "matching.explain": {
        parameters: {
            query: {
                a: string;
                b: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        score: number;
                        shares: {
                            signal: string;
                            share: number;
                            /** @description What was compared, for a person, in Chinese: `距离 34 米`. */
                            because: string;
                            title: string;
                        }[];
                        /**
                         * @description What the score alone would lead to.
                         * @enum {string}
                         */
                        verdict: "另立" | "并单" | "询问";
                        attachFrom: number;
                        suggestFrom: number;
                        a: {
                            id: string;
                            platform: components["schemas"]["Named"];
                            externalId: string;
                            /** Format: date-time */
                            reportedAt: string;
                            title: string;
                            number: string;
                        };
                        b: {
                            id: string;
                            platform: components["schemas"]["Named"];
                            externalId: string;
                            /** Format: date-time */
                            reportedAt: string;
                            title: string;
                            number: string;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "bulletins.show": {
        parameters: {
            query?: {
                week?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedBulletin"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "bulletins.xlsx": {
        parameters: {
            query?: {
                week?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "reference.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        departments: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "bureau" | "community" | "street" | "utility";
                        }[];
                        partners: components["schemas"]["Partner"][];
                        categories: {
                            code: string;
                            name: string;
                            className: string;
                        }[];
                        streets: string[];
                        platforms: {
                            id: string;
                            name: string;
                        }[];
                        statuses: {
                            /** @enum {string} */
                            status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                            label: string;
                            /** @enum {string} */
                            step: "close" | "dispatch" | "feedback" | "file" | "handle" | "report";
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "audit.list": {
        parameters: {
            query?: {
                actor?: string;
                action?: string;
                subject?: string;
                /** @description From this instant on. */
                from?: string;
                /** @description Before this instant. */
                to?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditLineView"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "audit.head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHeadView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "calendars.show": {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "departments.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DepartmentView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "departments.duties": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DutyView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "grids.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GridView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "session.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mustChange: boolean;
                        hasSecondFactor: boolean;
                        /** Format: date-time */
                        expiresAt: string;
                        /** @enum {string} */
                        role: "admin" | "auditor" | "department" | "dispatcher" | "grid-worker" | "street" | "supervisor";
                        roleLabel: string;
                        scope: components["schemas"]["WrittenScope"];
                        permissions: ("api-keys.manage" | "audit.read" | "bulletins.read" | "cases.command" | "cases.export" | "cases.handle" | "cases.read" | "deliveries.read" | "deliveries.replay" | "duty-list.change" | "duty-list.read" | "endpoints.change" | "endpoints.read" | "groupings.change" | "groupings.undo" | "hot-issues.read" | "identity.reveal" | "ledger.read" | "matching.explain" | "overview.read" | "people.manage" | "platforms.operate" | "platforms.read" | "quarantine.read" | "quarantine.retry" | "reference.read" | "self.manage" | "suggestions.decide" | "suggestions.read" | "undertakings.command" | "undertakings.read")[];
                        id: string;
                        name: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "session.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSession"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "session.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "session.changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasswordDto"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "session.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedSession"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "session.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "secondFactor.offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferedFactor"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "secondFactor.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "secondFactor.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveFactorDto"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "oidc.ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password: boolean;
                        oidc: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "oidc.leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "oidc.comeBack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "people.page": {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            roleLabel: string;
                            scope: {
                                kind: string;
                                ids: string[];
                            };
                            id: string;
                            version: number;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            disabledAt: string | null;
                            mustChange: boolean;
                            hasSecondFactor: boolean;
                            /** @description Signs in with the identity provider. */
                            isFromProvider: boolean;
                            lastSeenAt: string | null;
                            role: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "people.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPersonDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        oneTimePassword: string;
                        roleLabel: string;
                        scope: {
                            kind: string;
                            ids: string[];
                        };
                        id: string;
                        version: number;
                        name: string;
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                        mustChange: boolean;
                        hasSecondFactor: boolean;
                        /** @description Signs in with the identity provider. */
                        isFromProvider: boolean;
                        lastSeenAt: string | null;
                        role: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "people.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roleLabel: string;
                        scope: {
                            kind: string;
                            ids: string[];
                        };
                        id: string;
                        version: number;
                        name: string;
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                        mustChange: boolean;
                        hasSecondFactor: boolean;
                        /** @description Signs in with the identity provider. */
                        isFromProvider: boolean;
                        lastSeenAt: string | null;
                        role: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "people.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChangeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roleLabel: string;
                        scope: {
                            kind: string;
                            ids: string[];
                        };
                        id: string;
                        version: number;
                        name: string;
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                        mustChange: boolean;
                        hasSecondFactor: boolean;
                        /** @description Signs in with the identity provider. */
                        isFromProvider: boolean;
                        lastSeenAt: string | null;
                        role: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "people.renewPassword": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        oneTimePassword: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "people.removeFactor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "people.sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastSeenAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            address: string | null;
                            agent: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "people.endSession": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "reveal.reveal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        erasedAt: string | null;
                        name: string | null;
                        phone: string | null;
                        original: components["schemas"]["OriginalWords"] | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "attachments.all": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            note: string | null;
                            department: components["schemas"]["Named"];
                            id: string;
                            /** @enum {string} */
                            type: "application/pdf" | "image/heic" | "image/heif" | "image/jpeg" | "image/png" | "image/webp" | "video/mp4";
                            /** @description Size in bytes. */
                            bytes: number;
                            /** @description Of the content, in hex. */
                            sha256: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "attachments.bytes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "departmentAttachments.upload": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": unknown;
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "department.command": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentCommandDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "ownCases.page": {
        parameters: {
            query?: {
                state?: "open" | "closed";
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            number: string;
                            version: number;
                            /** @enum {string} */
                            status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                            /** @enum {string} */
                            role: "beside" | "co-handler" | "lead";
                            title: string;
                            category: {
                                code: string;
                                name: string;
                            };
                            /** @enum {string} */
                            urgency: "complex" | "emergency" | "normal" | "urgent";
                            /** Format: date-time */
                            openedAt: string;
                            dueAt: {
                                [key: string]: string;
                            };
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "ownCases.one": {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact?: components["schemas"]["Reporter"];
                        legal: ("check-in" | "hand-in" | "keep-commitment" | "progress" | "report-commitment" | "request-extension" | "request-suspension" | "return" | "sign")[];
                        whistles: {
                            whistle: number;
                            /** @enum {string} */
                            kind: "daily" | "emergency" | "tough";
                            street: string;
                            because: string;
                            checkedInAt: string | null;
                        }[];
                        commitments: {
                            commitment: number;
                            what: string;
                            dueAt: string;
                            keptAt: string | null;
                        }[];
                        answer: {
                            text: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        request: components["schemas"]["DepartmentRequest"] | null;
                        suspension: components["schemas"]["Suspension"] | null;
                        /** @enum {string} */
                        nature: "complaint" | "consultation" | "help" | "other" | "praise" | "suggestion" | "tip-off";
                        place: components["schemas"]["Place"];
                        round: number;
                        because: string | null;
                        reports: {
                            platform: string;
                            externalId: string;
                            text: string;
                        }[];
                        closedAt: string | null;
                        number: string;
                        version: number;
                        /** @enum {string} */
                        status: "answered" | "checking" | "closed" | "dispatched" | "filed" | "handled" | "handling" | "held" | "merged" | "received" | "refused" | "withdrawn";
                        /** @enum {string} */
                        role: "beside" | "co-handler" | "lead";
                        title: string;
                        category: {
                            code: string;
                            name: string;
                        };
                        /** @enum {string} */
                        urgency: "complex" | "emergency" | "normal" | "urgent";
                        /** Format: date-time */
                        openedAt: string;
                        dueAt: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** @description As whoever asks has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "feed.read": {
        parameters: {
            query?: {
                /** @description The `next` of the page before; it says that all up to there has arrived. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            cursor: string;
                            event: Record<string, never>;
                        }[];
                        next: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal.endpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secrets: {
                            id: string;
                            kind: string;
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                        }[];
                        lastSuccessAt: string | null;
                        failingSince: string | null;
                        department: string;
                        mode: string;
                        url: string | null;
                        /** @enum {string} */
                        state: "disabled" | "enabled";
                        reason: string | null;
                        /** Format: date-time */
                        since: string;
                        thin: boolean;
                        algorithms: ("v1" | "v1a" | "v1sm3")[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal.rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OwnRotationDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rotated"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "confirmed";
                        status?: number;
                        durationMs: number;
                        /** @description Beginning of the answer's body, at most 500 characters. */
                        excerpt?: string;
                        id: string;
                    } | {
                        /** @enum {string} */
                        kind: "failed";
                        status?: number;
                        reason: string;
                        /** Format: date-time */
                        notBefore?: string;
                        durationMs: number;
                        /** @description Beginning of the answer's body, at most 500 characters. */
                        excerpt?: string;
                        id: string;
                    } | {
                        /** @enum {string} */
                        kind: "hopeless";
                        status?: number;
                        reason: string;
                        durationMs: number;
                        /** @description Beginning of the answer's body, at most 500 characters. */
                        excerpt?: string;
                        id: string;
                    } | {
                        /** @enum {string} */
                        kind: "unknown";
                        reason: string;
                        durationMs: number;
                        /** @description Beginning of the answer's body, at most 500 characters. */
                        excerpt?: string;
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal.deliveries": {
        parameters: {
            query?: {
                state?: "owed" | "unknown" | "confirmed" | "parked" | "cancelled";
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            caseNumber: string;
                            type: string;
                            /** @enum {string} */
                            state: "cancelled" | "confirmed" | "owed" | "parked" | "unknown";
                            /** Format: date-time */
                            createdAt: string;
                            nextAttemptAt: string | null;
                            settledAt: string | null;
                            reason: string | null;
                            attempts: components["schemas"]["FiledAttempt"][];
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "portal.replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owed";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        own: components["schemas"]["OwnDuties"];
                        yaml: string;
                        faults: {
                            path: string;
                            line?: number;
                            message: string;
                        }[];
                        because?: string;
                        by?: string;
                        /** Format: date-time */
                        at?: string;
                        /** @description The version it brought back. */
                        restores?: number;
                        base?: number;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.look": {
        parameters: {
            query?: {
                /** @description A part of a category's code or name, of a place or of the lead's name. */
                q?: string;
                /** @description Lines that hold in this street, those that hold everywhere among them. */
                street?: string;
                /** @description Lines that name this department, as lead or otherwise. */
                department?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DutyLineView"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.versions": {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            because: string;
                            version: number;
                            /** @description The version it took the place of. */
                            base: number;
                            by: string;
                            /** @description The version it brought back. */
                            restores?: number;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.version": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        own: components["schemas"]["OwnDuties"];
                        yaml: string;
                        faults: {
                            path: string;
                            line?: number;
                            message: string;
                        }[];
                        because?: string;
                        by?: string;
                        /** Format: date-time */
                        at?: string;
                        /** @description The version it brought back. */
                        restores?: number;
                        base?: number;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.open": {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next?: string;
                        items: {
                            id: string;
                            /** @description Counts its changes, from 1. */
                            version: number;
                            /** @description The version of the duty list it was made from. */
                            base: number;
                            madeBy: string;
                            /** Format: date-time */
                            madeAt: string;
                            changedBy: string;
                            /** Format: date-time */
                            changedAt: string;
                            /** @enum {string} */
                            state: "dropped" | "open" | "published";
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewDraftDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        own: components["schemas"]["OwnDuties"];
                        yaml: string;
                        faults: {
                            path: string;
                            line?: number;
                            message: string;
                        }[];
                        id: string;
                        /** @description Counts its changes, from 1. */
                        version: number;
                        /** @description The version of the duty list it was made from. */
                        base: number;
                        madeBy: string;
                        /** Format: date-time */
                        madeAt: string;
                        changedBy: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** @enum {string} */
                        state: "dropped" | "open" | "published";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.draft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        own: components["schemas"]["OwnDuties"];
                        yaml: string;
                        faults: {
                            path: string;
                            line?: number;
                            message: string;
                        }[];
                        id: string;
                        /** @description Counts its changes, from 1. */
                        version: number;
                        /** @description The version of the duty list it was made from. */
                        base: number;
                        madeBy: string;
                        /** Format: date-time */
                        madeAt: string;
                        changedBy: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** @enum {string} */
                        state: "dropped" | "open" | "published";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.drop": {
        parameters: {
            query: {
                /** @description The draft's own. */
                version: number;
                requestId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.edit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftEditsDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        own: components["schemas"]["OwnDuties"];
                        yaml: string;
                        faults: {
                            path: string;
                            line?: number;
                            message: string;
                        }[];
                        id: string;
                        /** @description Counts its changes, from 1. */
                        version: number;
                        /** @description The version of the duty list it was made from. */
                        base: number;
                        madeBy: string;
                        /** Format: date-time */
                        madeAt: string;
                        changedBy: string;
                        /** Format: date-time */
                        changedAt: string;
                        /** @enum {string} */
                        state: "dropped" | "open" | "published";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.diff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        base: number;
                        current: number;
                        changes: components["schemas"]["DutyChange"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.dryRun": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DryRunDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        /** @description The version it took the place of. */
                        base: number;
                        because: string;
                        by: string;
                        /** Format: date-time */
                        at: string;
                        /** @description The version it brought back. */
                        restores?: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "dutyList.rollBack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollbackDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        /** @description The version it took the place of. */
                        base: number;
                        because: string;
                        by: string;
                        /** Format: date-time */
                        at: string;
                        /** @description The version it brought back. */
                        restores?: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "endpoints.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Waiting to be delivered. */
                            owed: number;
                            parked: number;
                            /** @description Attempts that failed since then. */
                            failures: number;
                            /** @description The same by what went wrong; only kinds that there were. */
                            failuresByKind: {
                                refused?: number;
                                ours?: number;
                                timeout?: number;
                                network?: number;
                                proxy?: number;
                                gone?: number;
                                throttled?: number;
                                redirect?: number;
                                client?: number;
                                server?: number;
                            };
                            mode: string;
                            keys: {
                                kind: string;
                                publicKey: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                expiresAt: string | null;
                            }[];
                            lastSuccessAt: string | null;
                            failingSince: string | null;
                            /** @enum {string} */
                            breaker: "closed" | "half-open" | "open";
                            url: string | null;
                            shadowUrl: string | null;
                            callbackKey: string | null;
                            reason: string | null;
                            ratePerSecond: number | null;
                            concurrency: number | null;
                            /** @description Whether the address may be a private or loopback one. */
                            allowPrivate: boolean;
                            /** @enum {string} */
                            state: "disabled" | "enabled";
                            /**
                             * Format: date-time
                             * @description Since when it is in that state.
                             */
                            since: string;
                            /** @description Only which case, in which version: the department reads the case itself, and we see who read it. */
                            thin: boolean;
                            algorithms: ("v1" | "v1a" | "v1sm3")[];
                            department: components["schemas"]["Named"];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "endpoints.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEndpointDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        endpoint: {
                            notices: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                what: "changed" | "created" | "disabled" | "enabled" | "rotated" | "tested";
                                /** @description Who did it: an operator's name, or `hub`. */
                                by: string;
                                detail: string;
                            }[];
                            shadow: components["schemas"]["ListedShadow"][];
                            /** @description Waiting to be delivered. */
                            owed: number;
                            parked: number;
                            /** @description Attempts that failed since then. */
                            failures: number;
                            /** @description The same by what went wrong; only kinds that there were. */
                            failuresByKind: {
                                refused?: number;
                                ours?: number;
                                timeout?: number;
                                network?: number;
                                proxy?: number;
                                gone?: number;
                                throttled?: number;
                                redirect?: number;
                                client?: number;
                                server?: number;
                            };
                            mode: string;
                            keys: {
                                kind: string;
                                publicKey: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                expiresAt: string | null;
                            }[];
                            lastSuccessAt: string | null;
                            failingSince: string | null;
                            /** @enum {string} */
                            breaker: "closed" | "half-open" | "open";
                            url: string | null;
                            shadowUrl: string | null;
                            callbackKey: string | null;
                            reason: string | null;
                            ratePerSecond: number | null;
                            concurrency: number | null;
                            /** @description Whether the address may be a private or loopback one. */
                            allowPrivate: boolean;
                            /** @enum {string} */
                            state: "disabled" | "enabled";
                            /**
                             * Format: date-time
                             * @description Since when it is in that state.
                             */
                            since: string;
                            /** @description Only which case, in which version: the department reads the case itself, and we see who read it. */
                            thin: boolean;
                            algorithms: ("v1" | "v1a" | "v1sm3")[];
                            department: components["schemas"]["Named"];
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "endpoints.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notices: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            what: "changed" | "created" | "disabled" | "enabled" | "rotated" | "tested";
                            /** @description Who did it: an operator's name, or `hub`. */
                            by: string;
                            detail: string;
                        }[];
                        shadow: components["schemas"]["ListedShadow"][];
                        /** @description Waiting to be delivered. */
                        owed: number;
                        parked: number;
                        /** @description Attempts that failed since then. */
                        failures: number;
                        /** @description The same by what went wrong; only kinds that there were. */
                        failuresByKind: {
                            refused?: number;
                            ours?: number;
                            timeout?: number;
                            network?: number;
                            proxy?: number;
                            gone?: number;
                            throttled?: number;
                            redirect?: number;
                            client?: number;
                            server?: number;
                        };
                        mode: string;
                        keys: {
                            kind: string;
                            publicKey: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                        }[];
                        lastSuccessAt: string | null;
                        failingSince: string | null;
                        /** @enum {string} */
                        breaker: "closed" | "half-open" | "open";
                        url: string | null;
                        shadowUrl: string | null;
                        callbackKey: string | null;
                        reason: string | null;
                        ratePerSecond: number | null;
                        concurrency: number | null;
                        /** @description Whether the address may be a private or loopback one. */
                        allowPrivate: boolean;
                        /** @enum {string} */
                        state: "disabled" | "enabled";
                        /**
                         * Format: date-time
                         * @description Since when it is in that state.
                         */
                        since: string;
                        /** @description Only which case, in which version: the department reads the case itself, and we see who read it. */
                        thin: boolean;
                        algorithms: ("v1" | "v1a" | "v1sm3")[];
                        department: components["schemas"]["Named"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "endpoints.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EndpointChangeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notices: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            what: "changed" | "created" | "disabled" | "enabled" | "rotated" | "tested";
                            /** @description Who did it: an operator's name, or `hub`. */
                            by: string;
                            detail: string;
                        }[];
                        shadow: components["schemas"]["ListedShadow"][];
                        /** @description Waiting to be delivered. */
                        owed: number;
                        parked: number;
                        /** @description Attempts that failed since then. */
                        failures: number;
                        /** @description The same by what went wrong; only kinds that there were. */
                        failuresByKind: {
                            refused?: number;
                            ours?: number;
                            timeout?: number;
                            network?: number;
                            proxy?: number;
                            gone?: number;
                            throttled?: number;
                            redirect?: number;
                            client?: number;
                            server?: number;
                        };
                        mode: string;
                        keys: {
                            kind: string;
                            publicKey: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                        }[];
                        lastSuccessAt: string | null;
                        failingSince: string | null;
                        /** @enum {string} */
                        breaker: "closed" | "half-open" | "open";
                        url: string | null;
                        shadowUrl: string | null;
                        callbackKey: string | null;
                        reason: string | null;
                        ratePerSecond: number | null;
                        concurrency: number | null;
                        /** @description Whether the address may be a private or loopback one. */
                        allowPrivate: boolean;
                        /** @enum {string} */
                        state: "disabled" | "enabled";
                        /**
                         * Format: date-time
                         * @description Since when it is in that state.
                         */
                        since: string;
                        /** @description Only which case, in which version: the department reads the case itself, and we see who read it. */
                        thin: boolean;
                        algorithms: ("v1" | "v1a" | "v1sm3")[];
                        department: components["schemas"]["Named"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "endpoints.rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RotationDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rotated"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "endpoints.test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "confirmed";
                        status?: number;
                        durationMs: number;
                        /** @description Beginning of the answer's body, at most 500 characters. */
                        excerpt?: string;
                        id: string;
                    } | {
                        /** @enum {string} */
                        kind: "failed";
                        status?: number;
                        reason: string;
                        /** Format: date-time */
                        notBefore?: string;
                        durationMs: number;
                        /** @description Beginning of the answer's body, at most 500 characters. */
                        excerpt?: string;
                        id: string;
                    } | {
                        /** @enum {string} */
                        kind: "hopeless";
                        status?: number;
                        reason: string;
                        durationMs: number;
                        /** @description Beginning of the answer's body, at most 500 characters. */
                        excerpt?: string;
                        id: string;
                    } | {
                        /** @enum {string} */
                        kind: "unknown";
                        reason: string;
                        durationMs: number;
                        /** @description Beginning of the answer's body, at most 500 characters. */
                        excerpt?: string;
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "inbound.receive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                platform: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": unknown;
            };
        };
        responses: {
            /** @description Taken; it goes on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StagedPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "health.health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            /** @description Not now: the same, with what is down. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
        };
    };
}
