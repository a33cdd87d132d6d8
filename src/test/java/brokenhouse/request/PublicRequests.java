package brokenhouse.request;

import java.util.UUID;

import org.springframework.data.repository.Repository;

/** A repository for everybody. */
public interface PublicRequests extends Repository<Requests, UUID> {

}
